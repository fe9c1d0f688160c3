import Assessment

/// How many of the 17 early learning goals are at the expected level; only the numbers that occur are shown.
struct GoalPlaces: MatrixPlaces {
    var usual: [MatrixCategory] { [] }
    var family: String { "eyfsp.goals" }
    var isTwoLevel: Bool { false }
    var hasStandard: Bool { false }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(.eyfsp) as? EarlyYearsRow else { return .missing(Self.nothing) }
        guard row.columns.isCurrentProfile else { return .missing("The profile before 2022 had other goals") }
        if row.isExempt { return .category(code("A", words("A", row), level: nil)) }
        guard let goals = row.goalsAtExpected else { return .missing("A part is missing") }
        return .category(
            MatrixCategory(
                id: "\(goals)", title: "\(goals)", words: "\(goals) of 17 goals", levels: nil, rank: goals,
                order: goals))
    }
}
