extension PhonicsRow {
    public func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String? {
        guard let column = columns.column(id) else { throw unknownColumn(id) }
        guard column.isStored else {
            let label = SchoolYear(endYear: columns.first.year)?.label ?? "\(columns.first.year)"
            throw EntryProblem(
                .derived, "The Year 1 check is of \(label). Change it in the phonics check of that year.")
        }
        guard let value = try ValueForm.read(text, as: column, year: columns.year, source: source) else { return nil }
        guard value != facts[id] else { return value }
        // What stands in the cell itself does not close it.
        let others = setting(id, to: nil)
        let result = others.second ?? others.first
        if case .mark = column.kind {
            try Self.checkMark(value, result, source)
            return value
        }
        return try checkOutcome(value, result, source)
    }

    private static func checkMark(_ value: String, _ result: CheckResult, _ source: EntrySource) throws(EntryProblem) {
        guard let outcome = result.storedOutcome, outcome != value else { return }
        if Int(value) == nil {
            throw EntryProblem(.closed, "The outcome \(outcome) is in. Clear it before you enter \(value).")
        }
        // Q annuls the mark that a file still gives; A, D and L say that there is none.
        guard outcome == "Wa" || outcome == "Wt" || (outcome == "Q" && source == .file) else {
            throw EntryProblem(
                .closed, "The outcome \(outcome) stands for the check. Clear the outcome to enter a mark.")
        }
    }

    /// - Returns: nil where the outcome is just what the mark gives; stored, it would outlive a change of the mark.
    private func checkOutcome(_ value: String, _ result: CheckResult, _ source: EntrySource) throws(EntryProblem)
        -> String?
    {
        if let code = result.code {
            guard code != value else { return nil }
            throw EntryProblem(.closed, "\(code) is entered for this check. Clear it before you enter \(value).")
        }
        guard let mark = result.mark else { return value }
        if value == result.outcome { return nil }
        guard value == "Wa" || value == "Wt" else {
            if value == "Q", source == .file { return value }
            throw EntryProblem(
                .closed, "\(value) says that there is no mark, but \(mark) is in. Clear the mark first.")
        }
        let check = columns.second ?? columns.first
        guard let threshold = check.threshold else {
            if source == .file { return value }
            throw EntryProblem(.derived, "The outcome is worked out from the mark. Change the mark instead.")
        }
        throw EntryProblem(
            .derived,
            "The outcome is worked out: by the threshold of \(check.year), \(threshold), \(mark) gives \(result.outcome ?? ""). Change the mark instead."
        )
    }
}
