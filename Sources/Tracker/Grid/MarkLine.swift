/// One line of a marks file for `enter`: a heading line `upn,assessment,column,value[,date]` and then these.
public struct MarkLine: Sendable, Hashable {
    /// The line in the file, 1 the heading.
    public let line: Int
    public let upn: String
    public let assessment: String
    public let column: String
    public let value: String
    /// ISO date, or blank.
    public let date: String
    /// Why the line says nothing at all, such as a value too few; nil for every other.
    public let problem: String?

    public init(
        line: Int, upn: String, assessment: String, column: String, value: String, date: String, problem: String? = nil
    ) {
        self.line = line
        self.upn = upn
        self.assessment = assessment
        self.column = column
        self.value = value
        self.date = date
        self.problem = problem
    }
}
