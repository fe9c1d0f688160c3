import Assessment

/// The results of one assessment and year that are judged together: a subject of a key stage, one goal of the profile, a
/// check with its outcome. Between parts there are no rules.
struct ResultPart: Hashable {
    let assessment: YearGroupAssessment
    let year: SchoolYear
    let name: String

    init(_ assessment: YearGroupAssessment, year: SchoolYear, column: ColumnID) {
        self.assessment = assessment
        self.year = year
        name = Self.name(assessment.kind, column)
    }

    /// What the part is called to which a column belongs.
    static func name(_ kind: AssessmentKind, _ column: ColumnID) -> String {
        switch kind {
        case .ks1, .ks2: String(column.rawValue.prefix { $0 != "." })
        case .eyfsp, .summative: column.rawValue
        case .phonics, .mtc: kind.rawValue
        }
    }
}
