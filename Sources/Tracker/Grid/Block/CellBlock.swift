public import Assessment

/// Many values to enter together: a pasted block, a filled column, an undo.
public struct CellBlock: Sendable, Hashable {
    /// The most cells that one block may have.
    public static let largest = 5000

    public let assessment: AssessmentKind
    public let year: SchoolYear
    /// nil: today, or the last day of a school year that is over.
    public let date: CalendarDate?
    /// Each cell once, in any order.
    public let cells: [BlockCell]
    /// Whose results are counted in the answer.
    public let progress: ProgressScope

    public init(
        assessment: AssessmentKind, year: SchoolYear, date: CalendarDate?, cells: [BlockCell],
        progress: ProgressScope = .pupilsClass
    ) {
        self.assessment = assessment
        self.year = year
        self.date = date
        self.cells = cells
        self.progress = progress
    }
}
