public import Assessment

/// What the person has said about a file before it is looked at.
public struct ImportOptions: Sendable, Hashable, Codable {
    /// The assessments to take; nil for all.
    public var take: Set<AssessmentKind>?
    /// For a CSV: heading to field id (``HeadingUse/Field``), or to empty text to pass the column over. Headings that are not
    /// named go by what is known of them. Remembered for the next file with the same headings once the file is applied.
    public var headings: [String: String]
    /// For a CSV whose headings fit more than one kind of file: which it is. nil lets the headings decide.
    public var kind: ImportKind?

    public init(take: Set<AssessmentKind>? = nil, headings: [String: String] = [:], kind: ImportKind? = nil) {
        self.take = take
        self.headings = headings
        self.kind = kind
    }
}
