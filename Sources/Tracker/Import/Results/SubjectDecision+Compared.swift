import Assessment

extension SubjectDecision {
    /// What becomes of a total, score or outcome in a sheet of the school's own: it is compared with what is worked out here, and
    /// never stored beside it.
    ///
    /// - Returns: nil where nothing is worked out, so that the value is one like any other.
    func comparedVerdict(_ value: String, in column: Column, _ old: String?) -> Verdict? {
        switch column.kind {
        case .mark, .teacherAssessment: return nil
        case .total, .scaledScore, .outcome: break
        }
        // A stored fact is compared as a fact; a plus on the score that follows from the marks is a fact of its own.
        guard old == nil, ScaledScore(text: value)?.hasSpecialConsideration != true else { return nil }
        let facts = stored.compactMapValues(\.value)
        let before = columns.row(facts, earlier: [:], tables: tables).cell(column.id)?.value
        guard let now = row.setting(column.id, to: nil).cell(column.id)?.value else {
            guard before == value else { return nil }
            return Verdict(
                status: .same, value: value, old: before,
                reason: .text("Was worked out from values that this file replaces, so it is not stored."))
        }
        if value == now {
            return Verdict(status: .same, value: value, old: before, reason: .text("Worked out, so it is not stored."))
        }
        if value == before {
            return Verdict(
                status: .same, value: value, old: before,
                reason: .text("Worked out: with the marks of this file it becomes \(now)."))
        }
        return Verdict(
            status: .conflict, value: value, old: now,
            reason: .text(
                "\(column.fullTitle) is worked out here as \(now); the file gives \(value), which is not taken. Check the marks."
            ))
    }
}
