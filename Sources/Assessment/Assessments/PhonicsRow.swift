/// One pupil's phonics screening check: of Year 1, or of Year 2 with the result of Year 1 beside it.
///
/// Wa (working at: met) and Wt (working towards: not met) follow from the mark by the year's threshold; a code stands in
/// place of both.
public struct PhonicsRow: AssessmentRow {
    public let columns: PhonicsColumns
    public let facts: Facts
    /// What is stored under the year before; nothing in the row of Year 1.
    public let earlier: Facts

    init(columns: PhonicsColumns, facts: Facts, earlier: Facts) {
        self.columns = columns
        self.facts = facts
        self.earlier = columns.second == nil ? [:] : earlier
    }

    /// What is known of one taking of the check.
    public struct CheckResult: Sendable, Hashable {
        /// 0 to 40.
        public var mark: Int?
        /// A, D, L or Q.
        public var code: String?
        /// What a file brought or somebody entered as outcome.
        public var storedOutcome: String?
        /// Wa, Wt or the code; nil while unknown.
        public var outcome: String?

        public var isEmpty: Bool { mark == nil && code == nil && storedOutcome == nil }
    }

    /// The check of Year 1.
    public var first: CheckResult { result(columns.first, columns.second == nil ? facts : earlier) }

    /// The check taken again in Year 2; nil in the row of Year 1.
    public var second: CheckResult? { columns.second.map { result($0, facts) } }

    private func result(_ check: PhonicsColumns.Check, _ facts: Facts) -> CheckResult {
        var result = CheckResult()
        let text = facts[check.mark.id]
        result.mark = text.flatMap { Int($0) }
        result.storedOutcome = facts[check.outcome.id]
        if let text, result.mark == nil {
            result.code = text
        } else if let stored = result.storedOutcome, stored != "Wa", stored != "Wt" {
            result.code = stored
        }
        if let code = result.code {
            result.outcome = code
        } else if let mark = result.mark, let threshold = check.threshold {
            result.outcome = mark >= threshold ? "Wa" : "Wt"
        } else {
            result.outcome = result.storedOutcome
        }
        return result
    }

    /// What a report makes of the check that this row is of: Wa, Wt, A, D and Q count, L does not.
    public var standing: SubjectStanding { standing(second ?? first, columns.second ?? columns.first) }

    private func standing(_ result: CheckResult, _ check: PhonicsColumns.Check) -> SubjectStanding {
        guard let outcome = result.outcome else { return result.isEmpty ? .notRecorded : .awaitingTable }
        guard let code = check.outcome.code(outcome) else { return .counted(.below, code: outcome, score: nil) }
        if code.measure == .leftOut { return .leftOut(code: code.code) }
        return .counted(code.level ?? .below, code: result.code, score: nil)
    }

    /// What a report makes of the pupil at the end of Year 2: met in Year 1 or 2, of the cohort of Year 2.
    ///
    /// Who has not met it and has nothing recorded in Year 2 is not yet recorded; L in Year 2 leaves the pupil out.
    /// Nothing in the row of Year 1.
    public var standingByEndOfYear2: SubjectStanding {
        guard let check = columns.second, let second else { return .notRecorded }
        let now = standing(second, check)
        if case .leftOut = now { return now }
        if now.level == .expected || hasMetInYear1 { return .counted(.expected, code: nil, score: nil) }
        return now
    }

    /// Whether the standard was met in Year 1, so that the check is not taken again.
    public var hasMetInYear1: Bool { first.outcome == "Wa" }

    public func forEachCell(_ body: (Column, CellState) -> Void) {
        guard let check = columns.second, let second else {
            return forEachCell(of: columns.first, first, isDue: true, body)
        }
        forEachCell(of: check, second, isDue: !hasMetInYear1, body)
        forEachCell(of: columns.first, first, isDue: false) { column, cell in
            var cell = cell
            cell.access = .readOnly
            if cell.value != nil { cell.origin = .derived }
            body(column, cell)
        }
    }

    private func forEachCell(
        of check: PhonicsColumns.Check, _ result: CheckResult, isDue: Bool, _ body: (Column, CellState) -> Void
    ) {
        var mark = CellState(value: result.mark.map(String.init) ?? (result.storedOutcome == nil ? result.code : nil))
        mark.origin = mark.value == nil ? .none : .stored
        if mark.value == nil {
            if let code = result.code {
                mark.access = .closed(
                    reason: "The outcome \(code) stands for the check. Clear the outcome to enter a mark.", accepts: [])
            }
            mark.isDue = isDue && result.outcome == nil
        }
        body(check.mark, mark)

        var outcome = CellState(value: result.outcome)
        outcome.origin =
            result.outcome == nil ? .none : result.outcome == result.storedOutcome ? .stored : .derived
        if result.storedOutcome == nil, result.mark != nil || result.code != nil { outcome.access = .readOnly }
        if let stored = result.storedOutcome, let shown = result.outcome, stored != shown {
            outcome.note = "\(stored) was given as outcome; by the threshold of \(check.year) the mark gives \(shown)."
        } else if let mark = result.mark, check.threshold == nil {
            outcome.note = "No threshold for \(check.year) is known yet, so \(mark) gives no outcome."
        }
        body(check.outcome, outcome)
    }

    public func setting(_ id: ColumnID, to value: String?) -> PhonicsRow {
        var facts = facts
        facts[id] = value
        return PhonicsRow(columns: columns, facts: facts, earlier: earlier)
    }

    /// Year 1: one result. Year 2: one of those who did not meet the standard in Year 1, none of the others.
    public func completeness() -> (done: Int, due: Int) {
        let result = second ?? first
        let isIn = !result.isEmpty
        let isDue = second == nil || !hasMetInYear1
        return (isIn ? 1 : 0, isIn || isDue ? 1 : 0)
    }
}
