public import Assessment

/// Which result of a school: pupil, year, assessment and column.
public struct CellKey: Sendable, Hashable {
    public var year: SchoolYear
    public var assessment: AssessmentKind
    public var pupilID: Int64
    public var column: ColumnID

    public init(year: SchoolYear, assessment: AssessmentKind, pupilID: Int64, column: ColumnID) {
        self.year = year
        self.assessment = assessment
        self.pupilID = pupilID
        self.column = column
    }
}
