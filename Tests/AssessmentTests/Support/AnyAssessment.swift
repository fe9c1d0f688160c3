import Assessment
import Testing

/// Rows of any assessment, for tests that must hold for all of them.
enum AnyAssessment {
    /// Every grid there is: each assessment with its year groups.
    static let grids: [(kind: AssessmentKind, yearGroup: YearGroup)] = AssessmentKind.allCases.flatMap { kind in
        kind.yearGroups.map { (kind, $0) }
    }

    static func columns(_ kind: AssessmentKind, _ year: Int, _ yearGroup: YearGroup? = nil) throws
        -> any AssessmentColumns
    {
        try Shipped.data.columns(of: kind, year: year, yearGroup: yearGroup)
    }

    static func row(
        _ kind: AssessmentKind, _ year: Int, _ facts: Facts = [:], yearGroup: YearGroup? = nil, earlier: Facts = [:]
    ) throws -> any AssessmentRow {
        try columns(kind, year, yearGroup).anyRow(facts, earlier: earlier)
    }

    static func phonics(_ year: Int, _ facts: Facts = [:], earlier: Facts? = nil) throws -> PhonicsRow {
        try #require(
            try row(.phonics, year, facts, yearGroup: earlier == nil ? .year1 : .year2, earlier: earlier ?? [:])
                as? PhonicsRow)
    }

    static func profile(_ year: Int, _ facts: Facts = [:]) throws -> EarlyYearsRow {
        try #require(try row(.eyfsp, year, facts) as? EarlyYearsRow)
    }

    /// A profile by its 17 values in order, `.` for a goal without one.
    static func profile(_ year: Int, _ values: String) throws -> EarlyYearsRow {
        let goals = try columns(.eyfsp, year).stored
        var facts: Facts = [:]
        for (goal, value) in zip(goals, values) where value != "." { facts[goal.id] = String(value) }
        return try profile(year, facts)
    }

    static func keyStage1(_ year: Int, _ facts: Facts = [:]) throws -> KeyStageRow {
        try #require(try row(.ks1, year, facts) as? KeyStageRow)
    }
}

extension AssessmentColumns {
    func anyRow(_ facts: Facts, earlier: Facts = [:]) -> any AssessmentRow {
        row(facts, earlier: earlier, tables: Shipped.data.tables)
    }
}

extension AssessmentRow {
    func problem(of text: String, in id: ColumnID, source: EntrySource = .hand) -> EntryProblem? {
        do {
            _ = try check(text, in: id, source: source)
            return nil
        } catch { return error }
    }
}
