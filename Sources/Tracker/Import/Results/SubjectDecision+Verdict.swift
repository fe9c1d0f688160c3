import Assessment

extension SubjectDecision {
    /// What becomes of one value whose form is right.
    func verdict(_ text: String, in column: Column, isTicked: Bool) -> Verdict {
        let known = stored[column.id]
        let old = known?.value
        if old == text { return Verdict(status: .same, value: text, old: old) }

        var value = text
        var note: String?
        if let kept = keptConsideration(text, old) {
            if kept == old {
                return Verdict(
                    status: .same, value: kept, old: old,
                    reason: .text("Special consideration (+) was entered here and is kept."))
            }
            let message =
                "Special consideration (\(old ?? "")) was entered here; the file says \(text), without it."
            guard isTicked else {
                return Verdict(
                    status: .conflict, value: kept, old: old,
                    reason: .text("\(message) Tick it to take \(text) and keep the +."), canTake: true)
            }
            value = kept
            note = "The + is kept."
        }
        if known?.isLater == true, !isTicked {
            return Verdict(status: .conflict, value: value, old: old, reason: .enteredLater, canTake: true)
        }
        if let derived = subject.comparesDerived
            ? comparedVerdict(value, in: column, old) : derivedVerdict(value, in: column, old)
        {
            return derived
        }
        if !isNoScoreWithoutTable(value, column) {
            do {
                if try row.check(value, in: column.id, source: .file) == nil, old == nil {
                    return Verdict(
                        status: .same, value: value, old: value,
                        reason: .text("Follows from the mark: worked out, so it is not stored."))
                }
            } catch {
                return refusal(error, value, column, old)
            }
        }
        let after = row.setting(column.id, to: value)
        let difference = Self.note(after, column, value, before: row)
        note = [note, difference ?? confirmation(value, column)].compactMap(\.self).joined(separator: " ")
        let said = note.flatMap { $0.isEmpty ? nil : $0 }
        var verdict =
            old == nil
            ? Verdict(
                status: .new, value: value, old: nil, reason: said.map(Verdict.Reason.text) ?? .none, stores: true)
            : Verdict(status: .changed, value: value, old: old, reason: .replaces(note: said), stores: true)
        verdict.differs = difference != nil
        return verdict
    }

    /// Says of an official score that it confirms what the marks that are stored give. It is kept all the same: it stays the
    /// official one when a mark or the table changes.
    private func confirmation(_ value: String, _ column: Column) -> String? {
        guard case .scaledScore = column.kind, !stored.isEmpty,
            columns.row(stored.compactMapValues(\.value), earlier: [:], tables: tables).cell(column.id)?.value == value
        else { return nil }
        return "The marks give the same; it is kept as the official score."
    }

    /// The score with the `+` that somebody entered, when the file comes without one; nil when there is none to keep.
    private func keptConsideration(_ value: String, _ old: String?) -> String? {
        guard let before = old.flatMap({ ScaledScore(text: $0) }), before.hasSpecialConsideration,
            let now = ScaledScore(text: value), !now.hasSpecialConsideration
        else { return nil }
        return ScaledScore(now.score, specialConsideration: true).description
    }

    /// A total or outcome that is worked out anyway is not stored a second time.
    private func derivedVerdict(_ value: String, in column: Column, _ old: String?) -> Verdict? {
        guard let test, let without = row.setting(column.id, to: nil) as? KeyStageRow else { return nil }
        let result = without.result(test)
        switch column.kind {
        case .total where result.marks.allSatisfy { $0 != nil }:
            let sum = result.total ?? 0
            guard String(sum) == value else {
                return Verdict(
                    status: .conflict, value: value, old: String(sum),
                    reason: .text(
                        "The papers that are stored add up to \(sum); the file gives a total of \(value). Check the marks of the papers."
                    ))
            }
            guard old == nil else { return nil }
            return Verdict(
                status: .same, value: value, old: value,
                reason: .text("The sum of the papers: worked out, so it is not stored."))
        case .outcome where old == nil && result.outcome == value:
            return Verdict(
                status: .same, value: value, old: value,
                reason: .text(
                    "Follows from the \(result.score == nil ? "marks" : "scaled score"): worked out, so it is not stored."
                ))
        default: return nil
        }
    }

    /// N beside marks is the DfE's word as long as no table can say otherwise.
    private func isNoScoreWithoutTable(_ value: String, _ column: Column) -> Bool {
        guard value == "N", case .outcome = column.kind, let test, let row = row as? KeyStageRow else { return false }
        switch row.result(test).reading {
        case .noTable, .byThreshold(expected: false, _): return row.result(test).score == nil
        default: return false
        }
    }

    /// A value that the pupil's other values exclude: a conflict when they are stored, invalid when the file brings them itself.
    private func refusal(_ problem: EntryProblem, _ value: String, _ column: Column, _ old: String?) -> Verdict {
        if problem.reason == .derived, let worked = row.cell(column.id)?.value {
            return Verdict(
                status: .conflict, value: value, old: old ?? worked,
                reason: .text(
                    "\(column.fullTitle) is worked out as \(worked); the file gives \(value), which is not taken. Check the mark."
                ))
        }
        guard problem.reason == .closed else {
            return Verdict(
                status: problem.reason == .unknownCode ? .unknownCode : .invalid, value: value, old: old,
                reason: .text(problem.message))
        }
        let brought = Set(subject.incoming.map(\.column))
        let others = stored.compactMapValues(\.value).filter { !brought.contains($0.key) }
        let alone = columns.row(others, earlier: [:], tables: tables)
        do {
            _ = try alone.check(value, in: column.id, source: .file)
        } catch {
            return Verdict(status: .conflict, value: value, old: old, reason: .text(error.message))
        }
        let beside = taken.filter { $0.column.subject == column.subject }
        guard !beside.isEmpty else {
            return Verdict(status: .conflict, value: value, old: old, reason: .text(problem.message))
        }
        let names = beside.map { "\($0.column.fullTitle) \($0.value)" }.joined(separator: ", ")
        return Verdict(
            status: .invalid, value: value, old: old,
            reason: .text(
                "The file gives \(column.fullTitle) \(value) beside \(names), and they exclude each other. Correct the file, or enter the right one by hand."
            ))
    }

    /// What the grid will say at the cell, such as a difference between the official score and the table.
    private static func note(
        _ after: any AssessmentRow, _ column: Column, _ value: String, before: any AssessmentRow
    ) -> String? {
        switch column.kind {
        case .mark, .teacherAssessment: return nil
        case .total, .scaledScore: return after.cell(column.id)?.note
        case .outcome:
            guard ["AS", "NS"].contains(value), let row = before.setting(column.id, to: nil) as? KeyStageRow,
                let test = row.columns.test(column.subject), let derived = row.result(test).outcome
            else { return nil }
            return "\(value) is the official outcome; \(derived) would follow from the marks and scores stored here."
        }
    }
}
