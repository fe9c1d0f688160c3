public import Assessment

/// The lines of a results file that are one school's.
public struct PreviewSchool: Hashable, Sendable {
    /// `820/9992 (Ferndale Primary School)`
    public var title: String
    public var lines: Int
    /// The school to whose preview the visitor can go; nil for this one, and for one that is not theirs.
    public var number: DfENumber?
    /// Why nothing of these lines is taken; nil for a school of theirs.
    public var reason: String?

    public init(title: String, lines: Int, number: DfENumber? = nil, reason: String? = nil) {
        self.title = title
        self.lines = lines
        self.number = number
        self.reason = reason
    }
}
