public import Assessment

/// One value to enter, as the grid, the API or a script names it.
public struct CellEntry: Sendable, Hashable {
    public let assessment: AssessmentKind
    public let year: SchoolYear
    /// A UPN, or the pupil's number in this program for a pupil without one.
    public let pupil: String
    public let column: ColumnID
    /// As typed; blank clears.
    public let text: String
    /// nil: today, or the last day of a school year that is over.
    public let date: CalendarDate?
    /// The revision that the caller saw, 0 for an empty cell; nil overwrites whatever is there.
    public let revision: Int64?
    /// Whose results are counted in the answer.
    public let progress: ProgressScope

    public init(
        assessment: AssessmentKind, year: SchoolYear, pupil: String, column: ColumnID, text: String,
        date: CalendarDate?, revision: Int64?, progress: ProgressScope = .pupilsClass
    ) {
        self.assessment = assessment
        self.year = year
        self.pupil = pupil
        self.column = column
        self.text = text
        self.date = date
        self.revision = revision
        self.progress = progress
    }
}
