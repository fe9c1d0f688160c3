/// An assessment has no columns in a year, and why.
public struct AssessmentNotHeld: Error, Hashable, Sendable {
    public let kind: AssessmentKind
    /// The calendar year in which the school year ends.
    public let year: Int
    /// One sentence: `Not held because of the pandemic.`
    public let reason: String

    public init(_ kind: AssessmentKind, year: Int, reason: String) {
        self.kind = kind
        self.year = year
        self.reason = reason
    }

    /// `End of Key Stage 2, 2019/20: Not held because of the pandemic.`
    public var message: String { "\(kind.title), \(SchoolYear(endYear: year)?.label ?? "\(year)"): \(reason)" }
}
