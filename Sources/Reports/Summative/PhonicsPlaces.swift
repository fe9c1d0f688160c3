import Assessment

/// The phonics screening check of Year 1, or met in Year 1 or 2.
struct PhonicsPlaces: MatrixPlaces {
    let byEndOfYear2: Bool

    private static let met = MatrixCategory(
        id: "Wa", title: "Wa", words: "Met the standard", levels: .expected ... .higher, rank: 1, order: 1)
    private static let notMet = MatrixCategory(
        id: "Wt", title: "Wt", words: "Did not meet the standard", levels: .below ... .below, rank: 0, order: 0)

    var usual: [MatrixCategory] { [Self.notMet, Self.met] }
    var family: String { "phonics" }
    var isTwoLevel: Bool { true }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        let first = journey.row(.phonics) as? PhonicsRow
        guard byEndOfYear2 else {
            guard let first else { return .missing(Self.nothing) }
            return placement(first.standing, first)
        }
        if let second = journey.row(.phonics, .year2) as? PhonicsRow {
            if second.hasMetInYear1 || first?.hasMetInYear1 == true, second.standingByEndOfYear2.isEligible {
                return .category(Self.met)
            }
            return placement(second.standingByEndOfYear2, second)
        }
        guard let first else { return .missing(Self.nothing) }
        if first.hasMetInYear1 { return .category(Self.met) }
        return .missing("No check in Year 2 recorded")
    }

    private func placement(_ standing: SubjectStanding, _ row: PhonicsRow) -> MatrixAxis.Placement {
        guard case .counted(let level, let code, _) = standing else { return missing(standing, row) }
        if let code { return .category(self.code(code, words(code, row), level: level)) }
        return .category(level == .below ? Self.notMet : Self.met)
    }
}
