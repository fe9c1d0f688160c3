/// One pupil's Early Years Foundation Stage Profile.
///
/// Source: DfE, *Early years foundation stage profile handbook*: a good level of development is the expected level in all
/// goals of the prime areas, literacy and mathematics (E01 to E12); a pupil who is exempt has A in all 17.
public struct EarlyYearsRow: AssessmentRow {
    public let columns: EarlyYearsColumns
    public let facts: Facts

    init(columns: EarlyYearsColumns, facts: Facts) {
        self.columns = columns
        self.facts = facts
    }

    /// The goals that make a good level of development: E01 to E12.
    static let goodLevelGoals = 12

    /// Whether A stands in any goal, which makes it the code of the whole profile.
    public var isExempt: Bool { columns.goals.contains { facts[$0.id] == "A" } }

    /// What a report makes of the pupil in some goals: expected when all of them are.
    ///
    /// A counts as not achieved, in every goal as soon as it stands in one. A pupil of whom some of the goals are missing
    /// is not yet counted.
    public func standing(_ goals: [Column]) -> SubjectStanding {
        if isExempt { return .counted(.below, code: "A", score: nil) }
        let values = goals.compactMap { facts[$0.id] }
        guard !values.isEmpty else { return .notRecorded }
        guard values.count == goals.count else { return .incomplete }
        let levels = zip(goals, values).map { goal, value in goal.code(value)?.level ?? .below }
        return .counted(min(levels.min() ?? .below, .expected), code: nil, score: nil)
    }

    /// Good level of development; ``SubjectStanding/notRecorded`` for the profile before 2022, of which none is worked out.
    public var goodLevel: SubjectStanding {
        columns.isCurrentProfile ? standing(Array(columns.goals.prefix(Self.goodLevelGoals))) : .notRecorded
    }

    /// How many goals are at the expected level, 0 to 17 (0 with A); nil until all 17 are in, and before 2022.
    public var goalsAtExpected: Int? {
        guard columns.isCurrentProfile, standing(columns.goals).isEligible else { return nil }
        guard !isExempt else { return 0 }
        return columns.goals.count { goal in (facts[goal.id].flatMap(goal.code)?.level ?? .below) != .below }
    }

    public func forEachCell(_ body: (Column, CellState) -> Void) {
        let exempt = columns.goals.first { facts[$0.id] == "A" }
        for goal in columns.goals {
            let value = facts[goal.id]
            var cell = CellState(value: value, origin: value == nil ? .none : .stored, isDue: value == nil)
            if let exempt, value != "A" {
                cell.note =
                    "A in \(exempt.fullTitle) stands for the whole profile: all 17 goals must be A. Enter A here too, or change that one."
            }
            body(goal, cell)
        }
        if let column = columns.goodLevel {
            let value = goodLevel.level.map { $0 >= .expected ? "Yes" : "No" }
            body(column, CellState(value: value, origin: value == nil ? .none : .derived, access: .readOnly))
        }
        if let column = columns.goalsAtExpected {
            let value = goalsAtExpected.map(String.init)
            body(column, CellState(value: value, origin: value == nil ? .none : .derived, access: .readOnly))
        }
    }

    public func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String? {
        guard let column = columns.column(id) else { throw unknownColumn(id) }
        guard column.isStored else {
            throw EntryProblem(.derived, "\(column.fullTitle) is worked out from the goals. Change a goal instead.")
        }
        return try ValueForm.read(text, as: column, year: columns.year, source: source)
    }

    public func setting(_ id: ColumnID, to value: String?) -> EarlyYearsRow {
        var facts = facts
        facts[id] = value
        return EarlyYearsRow(columns: columns, facts: facts)
    }

    public func completeness() -> (done: Int, due: Int) {
        (columns.goals.count { facts[$0.id] != nil }, columns.goals.count)
    }

    public func completenessBySubject() -> [Subject: (done: Int, due: Int)] {
        columns.goals.reduce(into: [:]) { counts, goal in
            counts[goal.subject, default: (0, 0)].due += 1
            if facts[goal.id] != nil { counts[goal.subject, default: (0, 0)].done += 1 }
        }
    }

    /// A in all goals, once it stands in one.
    public func offers() -> [EntryOffer] {
        let others = columns.goals.filter { facts[$0.id] != "A" }
        guard isExempt, !others.isEmpty else { return [] }
        let replaced = others.count { facts[$0.id] != nil }
        let goals = others.count == 1 ? "the other goal" : "the other \(others.count) goals"
        let warning =
            replaced == 0
            ? "" : replaced == 1 ? " It replaces 1 judgement." : " It replaces \(replaced) judgements."
        return [
            EntryOffer(
                message: "If one goal is A, all 17 must be. Enter A in \(goals).\(warning)",
                changes: Dictionary(uniqueKeysWithValues: others.map { ($0.id, "A") }))
        ]
    }
}
