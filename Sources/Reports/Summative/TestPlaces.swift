import Assessment

/// The Key Stage 2 test of a subject: below 100, 100 to 109, 110 and more, and codes.
///
/// `97+` counts as 100, as in the school's measures. Where the year has no table and its marks for 100 and 110 are known, marks
/// have their place all the same, as they have in the outcomes report.
struct TestPlaces: MatrixPlaces {
    let subject: Subject

    private static func category(_ level: AttainmentLevel) -> MatrixCategory {
        switch level {
        case .below:
            MatrixCategory(
                id: "below_100", title: "Below 100", words: nil, levels: .below ... .below, rank: 0, order: 0)
        case .expected:
            MatrixCategory(
                id: "100-109", title: "100–109", words: nil, levels: .expected ... .expected, rank: 1, order: 1)
        case .higher:
            MatrixCategory(id: "110+", title: "110+", words: nil, levels: .higher ... .higher, rank: 2, order: 2)
        }
    }

    var usual: [MatrixCategory] { AttainmentLevel.allCases.map(Self.category) }
    var family: String { "ks2.test" }
    var isTwoLevel: Bool { false }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(.ks2) as? KeyStageRow else { return .missing(Self.nothing) }
        let standing = row.standing(subject, specialConsideration: true)
        guard case .counted(let level, let code, _) = standing else { return missing(standing, row) }
        guard let code else { return .category(Self.category(level)) }
        if Self.isByThreshold(code, row, subject) { return .category(Self.category(level)) }
        // A standard met without a score or marks may be the higher one; not met is below, whatever the score.
        return .category(self.code(code, words(code, row), level: level == .higher ? .expected : level))
    }

    /// Whether an outcome follows from marks in a year of which only the marks for 100 and 110 are known: they tell the place,
    /// though not the score.
    private static func isByThreshold(_ code: String, _ row: KeyStageRow, _ subject: Subject) -> Bool {
        guard let test = row.columns.test(subject), case .byThreshold(let expected, _) = row.result(test).reading else {
            return false
        }
        return code == (expected ? "AS" : "NS")
    }
}
