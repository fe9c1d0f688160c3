/// One pupil's judgements of one school year.
public struct SummativeRow: AssessmentRow {
    public let columns: SummativeColumns
    public let facts: Facts

    init(columns: SummativeColumns, facts: Facts) {
        self.columns = columns
        self.facts = facts
    }

    /// What the pupil was judged in a term and subject; nil when not assessed. A subject that has been switched off keeps
    /// its judgements.
    public func judgement(_ term: SummativeTerm, _ subject: Subject) -> Judgement? {
        facts[SummativeColumns.id(term, subject)].flatMap(Judgement.init(rawValue:))
    }

    /// In the school's words of each term.
    public func forEachCell(_ body: (Column, CellState) -> Void) {
        for column in columns.all {
            let stored = facts[column.id]
            var shown = stored
            if let judgement = stored.flatMap(Judgement.init(rawValue:)),
                let term = SummativeColumns.parts(column.id)?.term
            {
                shown = columns.label(of: judgement, in: term).short
            }
            body(column, CellState(value: shown, origin: stored == nil ? .none : .stored))
        }
    }

    /// - Returns: the stored name of the judgement, whatever words it was given in.
    public func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String? {
        guard let column = columns.column(id) else { throw unknownColumn(id) }
        return try columns.read(text, as: column, source: source)
    }

    public func setting(_ id: ColumnID, to value: String?) -> SummativeRow {
        var facts = facts
        facts[id] = value
        return SummativeRow(columns: columns, facts: facts)
    }

    /// Nothing is due by statute.
    public func completeness() -> (done: Int, due: Int) {
        let done = columns.all.count { facts[$0.id] != nil }
        return (done, done)
    }
}
