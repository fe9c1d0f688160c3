import Assessment

/// Good level of development, or not.
struct GoodLevelPlaces: MatrixPlaces {
    private static let met = MatrixCategory(
        id: "met", title: "GLD", words: "Good level of development", levels: .expected ... .higher, rank: 1, order: 1)
    private static let notMet = MatrixCategory(
        id: "not_met", title: "Not GLD", words: "No good level of development", levels: .below ... .below, rank: 0,
        order: 0)

    var usual: [MatrixCategory] { [Self.notMet, Self.met] }
    var family: String { "eyfsp.gld" }
    var isTwoLevel: Bool { true }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(.eyfsp) as? EarlyYearsRow else { return .missing(Self.nothing) }
        guard row.columns.isCurrentProfile else { return .missing("The profile before 2022 had other goals") }
        guard case .counted(let level, let code, _) = row.goodLevel else { return missing(row.goodLevel, row) }
        if let code { return .category(self.code(code, words(code, row), level: nil)) }
        return .category(level == .below ? Self.notMet : Self.met)
    }
}
