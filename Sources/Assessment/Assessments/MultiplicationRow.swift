/// One pupil's multiplication tables check.
public struct MultiplicationRow: AssessmentRow {
    public let columns: MultiplicationColumns
    public let facts: Facts

    init(columns: MultiplicationColumns, facts: Facts) {
        self.columns = columns
        self.facts = facts
    }

    /// 0 to 25; nil with a code and with nothing.
    public var mark: Int? { facts[columns.mark.id].flatMap { Int($0) } }

    /// The code in place of a mark.
    public var code: String? { facts[columns.mark.id].flatMap { Int($0) == nil ? $0 : nil } }

    /// What a report makes of the pupil: everybody counts but L (left) and Z (registered in error).
    ///
    /// The level is higher for full marks and below otherwise: there is no pass mark, so nothing else can be said.
    public var standing: SubjectStanding {
        if let mark { return .counted(mark == MultiplicationColumns.maximum ? .higher : .below, code: nil, score: nil) }
        guard let code else { return .notRecorded }
        if columns.mark.code(code)?.measure == .leftOut { return .leftOut(code: code) }
        return .counted(.below, code: code, score: nil)
    }

    public func forEachCell(_ body: (Column, CellState) -> Void) {
        let value = facts[columns.mark.id]
        body(columns.mark, CellState(value: value, origin: value == nil ? .none : .stored, isDue: value == nil))
    }

    public func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String? {
        guard let column = columns.column(id) else { throw unknownColumn(id) }
        return try ValueForm.read(text, as: column, year: columns.year, source: source)
    }

    public func setting(_ id: ColumnID, to value: String?) -> MultiplicationRow {
        var facts = facts
        facts[id] = value
        return MultiplicationRow(columns: columns, facts: facts)
    }

    public func completeness() -> (done: Int, due: Int) { (isEmpty ? 0 : 1, 1) }

    /// Which of several values that a file gives of one pupil stands: Q and H before a mark, a mark before other codes.
    ///
    /// Source: DfE's service for the check, as the domain page of the CTF has it.
    ///
    /// - Returns: nil when there is none, or when two of the same rank differ, so that somebody must decide.
    public static func standing(among values: [String]) -> String? {
        func rank(_ value: String) -> Int { value == "Q" || value == "H" ? 0 : Int(value) != nil ? 1 : 2 }
        guard let best = values.map(rank).min() else { return nil }
        let first = Set(values.filter { rank($0) == best })
        return first.count == 1 ? first.first : nil
    }
}
