public import Assessment

/// One fictional pupil's result of one statutory assessment, as a school stores it.
public struct FictionalResult: Sendable, Hashable {
    public let pupilID: Int64
    public let assessment: AssessmentKind
    /// The school year under which it is stored.
    public let year: SchoolYear
    /// The year group whose result it is: of phonics Year 1, or Year 2 for the check taken again.
    public let yearGroup: YearGroup
    /// By column; every value passes the row's check by hand, in the order of ``values``.
    public let facts: Facts
    /// The columns of ``facts`` in the order in which they can be entered one by one.
    private let order: [ColumnID]

    init(
        pupilID: Int64, assessment: AssessmentKind, year: SchoolYear, yearGroup: YearGroup,
        values: [(ColumnID, String)]
    ) {
        self.pupilID = pupilID
        self.assessment = assessment
        self.year = year
        self.yearGroup = yearGroup
        facts = Dictionary(values) { first, _ in first }
        order = values.map(\.0)
    }

    /// ``facts`` as an ordered list.
    public var values: [(column: ColumnID, value: String)] { order.compactMap { id in facts[id].map { (id, $0) } } }
}
