extension KeyStageRow {
    /// Checks a new value against its column's form and against the pupil's other values.
    ///
    /// - Parameters:
    ///   - text: as typed or as it stands in the file; blank clears the cell, which is always allowed.
    ///   - source: a file may bring codes that nobody types.
    /// - Returns: the canonical value to store; nil clears, also where a typed score is just what the table gives, or a code
    ///   what another paper of the test has already.
    /// - Throws: what is wrong, what is allowed, what to do.
    public func check(_ text: String, in id: ColumnID, source: EntrySource) throws(EntryProblem) -> String? {
        guard let column = columns.column(id) else {
            throw unknownColumn(id)
        }
        if column.takesSpecialConsideration, trimBlanks(text) == "+", let test = columns.test(column.subject),
            let score = result(test).score
        {
            return ScaledScore(score.score, specialConsideration: true).description
        }
        guard let value = try ValueForm.read(text, as: column, year: columns.year, source: source) else { return nil }
        guard value != facts[id] else { return value }
        if source == .hand, isWorkedOut(value, column) { return nil }
        switch column.kind {
        case .mark:
            // Teachers' lists repeat the code in every paper; it is kept once.
            if facts[id] == nil, let test = columns.test(column.subject), result(test).paperCode == value { return nil }
            try checkPaper(column, value)
        case .total: try checkTotal(column, value, source)
        case .scaledScore:
            try checkScaled(column, value, source)
            // Typed without a + where the marks give the same score, it is worked out again and not stored.
            if source == .hand, let test = columns.test(column.subject),
                case .score(let table) = result(test).reading, value == "\(table)"
            {
                return nil
            }
        case .outcome: try checkOutcome(column, value, source)
        case .teacherAssessment:
            if let test = columns.test(column.subject),
                let reason = whyTestClosesTeacherAssessment(test, result(test))
            {
                throw EntryProblem(.closed, reason)
            }
        }
        return value
    }

    /// Whether a typed total, scaled score or outcome says no more than the marks do; stored, it would outlive a change of them.
    private func isWorkedOut(_ value: String, _ column: Column) -> Bool {
        guard let test = columns.test(column.subject) else { return false }
        let result = result(test)
        switch column.kind {
        case .mark, .teacherAssessment: return false
        case .total: return result.marks.allSatisfy { $0 != nil } && result.total.map(String.init) == value
        case .scaledScore:
            guard case .score(let table) = result.reading else { return false }
            return value == String(table) && result.code == nil
        case .outcome: return facts[column.id] == nil && result.hasMark && result.outcome == value
        }
    }

    /// The same facts with one value changed.
    public func setting(_ id: ColumnID, to value: String?) -> KeyStageRow {
        var facts = facts
        facts[id] = value
        return KeyStageRow(columns: columns, facts: facts, tables: tables)
    }

    private func checkPaper(_ column: Column, _ value: String) throws(EntryProblem) {
        guard let test = columns.test(column.subject) else { return }
        // What stands in the cell itself does not close it: a code may be replaced by a mark.
        let others = facts[column.id] == nil ? self : setting(column.id, to: nil)
        let result = others.result(test)
        let teacherAssessment = test.teacherAssessment.flatMap { facts[$0.id] }
        if case .closed(let reason, let accepts) = others.paperAccess(test, result, teacherAssessment),
            !accepts.contains(value)
        {
            throw EntryProblem(.closed, reason)
        }
        if result.officialOutcome == "N" { try setting(column.id, to: value).checkNoneAgrees(test) }
        if Int(value) == nil {
            if result.hasMark {
                throw EntryProblem(
                    .closed,
                    "\(value) stands for the whole test, but another paper of it has a mark. Clear the marks first, then enter \(value)."
                )
            }
            if let score = result.officialScore {
                throw EntryProblem(
                    .closed, "A scaled score (\(score)) is in for this test. Clear it before you enter \(value).")
            }
            if result.officialTotal != nil {
                throw EntryProblem(
                    .closed, "A total is in for this test. Clear it before you enter \(value).")
            }
            if let outcome = result.officialOutcome, outcome != value {
                throw EntryProblem(
                    .closed, "The outcome \(outcome) is in for this test. Clear it before you enter \(value).")
            }
        }
    }

    private func checkTotal(_ column: Column, _ value: String, _ source: EntrySource) throws(EntryProblem) {
        guard let test = columns.test(column.subject) else { return }
        guard source == .file else {
            throw EntryProblem(.derived, "The total is worked out from the papers. Enter the mark of each paper.")
        }
        let result = result(test)
        if result.marks.allSatisfy({ $0 != nil }), let total = result.total, String(total) != value {
            let papers = zip(test.papers, result.marks).map { "\($0.title) \($1 ?? 0)" }.joined(separator: ", ")
            throw EntryProblem(
                .invalid,
                "The total \(value) is not the sum of the papers (\(papers)), which is \(total). Check the file against the marks."
            )
        }
        if result.code == "N" {
            try setting(column.id, to: value).checkNoneAgrees(test)
        } else {
            try checkNoCode(test, "a total")
        }
        try checkNoTeacherAssessment(test, "a total")
    }

    private func checkScaled(_ column: Column, _ value: String, _ source: EntrySource) throws(EntryProblem) {
        guard let test = columns.test(column.subject) else { return }
        try checkNoCode(test, "a scaled score")
        try checkNoTeacherAssessment(test, "a scaled score")
        guard source == .hand else { return }
        let result = result(test)
        let typed = ScaledScore(text: value)
        if result.hasMark, result.total == nil {
            throw EntryProblem(.derived, "A paper’s mark is missing. The scaled score follows when all papers are in.")
        }
        switch result.reading {
        case .score(let table) where typed?.score != table && typed?.score != result.officialScore?.score:
            throw EntryProblem(
                .derived,
                "The scaled score is worked out: \(result.total ?? 0) marks give \(table) in the \(columns.year) table. Change a mark, or add + for special consideration (\(table)+)."
            )
        case .noScore:
            throw EntryProblem(
                .derived, "\(result.total ?? 0) marks give no scaled score (N) in the \(columns.year) table.")
        case .byThreshold(let expected, _):
            guard let typed, (typed.score >= 100) == expected else {
                throw EntryProblem(
                    .invalid,
                    "By the \(columns.year) threshold \(result.total ?? 0) marks \(expected ? "meet" : "do not meet") the standard, so the scaled score must be \(expected ? "100 or more" : "under 100")."
                )
            }
        case .score, .noTable, nil: break
        }
    }

    private func checkOutcome(_ column: Column, _ value: String, _ source: EntrySource) throws(EntryProblem) {
        guard let test = columns.test(column.subject) else { return }
        let result = result(test)
        let isAchievement = value == "AS" || value == "NS" || column.code(value)?.measure == .byScore
        if isAchievement || column.code(value)?.closesOther == true { try checkNoTeacherAssessment(test, value) }
        if let inPaper = result.paperCode, inPaper != value {
            throw EntryProblem(.closed, "\(inPaper) is entered for this test. Clear it before you enter \(value).")
        }
        guard !isAchievement else {
            if source == .hand, result.hasMark || result.score != nil || result.total != nil {
                throw EntryProblem(.derived, "The outcome is worked out from the marks. Change a mark instead.")
            }
            return
        }
        if value == "N", result.officialScore == nil {
            return try setting(column.id, to: value).checkNoneAgrees(test)
        }
        if result.hasMark || result.total != nil {
            throw EntryProblem(
                .closed, "\(value) stands for the whole test, but marks are in for it. Clear the marks first.")
        }
        if let score = result.score {
            throw EntryProblem(
                .closed,
                "\(value) stands for the whole test, but a scaled score (\(score)) is in for it. Clear it first.")
        }
    }

    /// Marks may stand beside an official N unless the year's table or threshold makes more of them.
    private func checkNoneAgrees(_ test: KeyStageColumns.Test) throws(EntryProblem) {
        let result = result(test)
        guard result.officialOutcome == "N" else { return }
        let more: String
        switch result.reading {
        case .score(let score): more = "give \(score)"
        case .byThreshold(true, _): more = "meet the standard"
        case .byThreshold, .noScore, .noTable, nil: return
        }
        throw EntryProblem(
            .closed,
            "N (too few marks for a scaled score) does not go with \(result.total ?? 0) marks, which \(more) in \(columns.year). Clear the outcome or the marks first."
        )
    }

    private func checkNoCode(_ test: KeyStageColumns.Test, _ what: String) throws(EntryProblem) {
        guard let code = result(test).code, test.outcome.code(code)?.measure != .byScore else { return }
        throw EntryProblem(.closed, "\(code) stands for the whole test. Clear it to enter \(what).")
    }

    private func checkNoTeacherAssessment(_ test: KeyStageColumns.Test, _ what: String) throws(EntryProblem) {
        guard columns.testAndTeacherAssessmentExclude,
            let value = test.teacherAssessment.flatMap({ facts[$0.id] })
        else { return }
        throw EntryProblem(
            .closed,
            "A \(test.subject.inSentence) teacher assessment (\(value)) is in. Clear it to enter \(what).")
    }
}
