public import Assessment

/// How much is stored of one assessment in one year.
public struct ResultCount: Sendable, Hashable {
    public var year: SchoolYear
    public var assessment: AssessmentKind
    /// Pupils with at least one value.
    public var pupils: Int
    /// Cells with a value.
    public var values: Int

    public init(year: SchoolYear, assessment: AssessmentKind, pupils: Int, values: Int) {
        self.year = year
        self.assessment = assessment
        self.pupils = pupils
        self.values = values
    }
}
