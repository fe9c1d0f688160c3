public import Assessment

/// An assessment in a file that may be taken or left.
public struct PreviewAssessment: Hashable, Sendable {
    public var kind: AssessmentKind
    /// How many results of it there are in the file.
    public var results: Int
    public var isTaken: Bool

    public init(kind: AssessmentKind, results: Int, isTaken: Bool) {
        self.kind = kind
        self.results = results
        self.isTaken = isTaken
    }
}
