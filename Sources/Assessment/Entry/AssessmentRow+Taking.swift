extension AssessmentRow {
    /// Enters several values of the pupil at once, as many as the rules allow.
    ///
    /// Clears go first; then the others are tried in the order of the columns, again and again until nothing more can be
    /// taken. So a lock that one value opens or closes for another does not depend on the order in which they were sent.
    /// Values of one subject that only what they replace keeps out (A in both papers over two marks) are taken together or
    /// not at all.
    ///
    /// - Parameter texts: as typed, by column; blank clears.
    public func taking(_ texts: [ColumnID: String], source: EntrySource) -> TakenValues {
        var row = self
        var values: [ColumnID: String?] = [:]
        var problems: [ColumnID: EntryProblem] = [:]
        var waiting = inOrder(texts)
        var isMoving = true
        while isMoving, !waiting.isEmpty {
            isMoving = false
            var left: [ColumnID] = []
            for id in waiting {
                do throws(EntryProblem) {
                    let value = try row.check(texts[id] ?? "", in: id, source: source)
                    row = row.setting(id, to: value)
                    values[id] = .some(value)
                    problems[id] = nil
                    isMoving = true
                } catch {
                    problems[id] = error
                    left.append(id)
                }
            }
            waiting = left
        }
        let subjects = Dictionary(grouping: waiting) { columns.column($0)?.subject }
        for group in subjects.values where group.count > 1 {
            let emptied = group.reduce(row) { $0.setting($1, to: nil) }
            guard emptied.facts != row.facts else { continue }
            let taken = emptied.taking(texts.filter { group.contains($0.key) }, source: source)
            guard taken.problems.isEmpty else { continue }
            row = taken.values.reduce(emptied) { $0.setting($1.key, to: $1.value) }
            values.merge(taken.values) { $1 }
            for id in group { problems[id] = nil }
        }
        return TakenValues(row: row, values: values, problems: problems)
    }

    /// Clears first, then the columns as they stand in the grid, then what is no column.
    private func inOrder(_ texts: [ColumnID: String]) -> [ColumnID] {
        let places = Dictionary(
            columns.all.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        return texts.map { id, text in (trimBlanks(text).isEmpty ? -1 : places[id] ?? Int.max, id) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }
}
