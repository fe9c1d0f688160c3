extension KeyStageRow {
    /// The cells of one test: papers, total, scaled score, outcome and the teacher assessment beside it.
    func forEachCell(of test: KeyStageColumns.Test, _ body: (Column, CellState) -> Void) {
        let result = result(test)
        let teacherAssessment = test.teacherAssessment.flatMap { facts[$0.id] }
        let isComplete = result.outcome != nil || result.score != nil || result.total != nil

        for (paper, mark) in zip(test.papers, result.marks) {
            var cell = CellState(value: facts[paper.id])
            cell.origin = cell.value == nil ? .none : .stored
            if cell.value == nil {
                cell.access = paperAccess(test, result, teacherAssessment)
                // The teacher assessment of a pupil below the test goes with B, in one paper; marks stay closed.
                if case .closed = cell.access {
                    cell.isDue = teacherAssessment != nil && result.outcome == nil && paper == test.papers.first
                } else {
                    cell.isDue = mark == nil && !isComplete && isPaperDue(result)
                }
            }
            body(paper, cell)
        }
        body(test.total, totalCell(test, result))
        body(test.scaled, scaledCell(test, result, teacherAssessment))
        body(test.outcome, outcomeCell(test, result, teacherAssessment))
        if let column = test.teacherAssessment {
            var cell = CellState(value: teacherAssessment)
            cell.origin = teacherAssessment == nil ? .none : .stored
            if teacherAssessment == nil {
                if let reason = whyTestClosesTeacherAssessment(test, result) {
                    cell.access = .closed(reason: reason, accepts: [])
                } else {
                    cell.isDue = isTeacherAssessmentDue(result)
                }
            } else if let reason = whyTestClosesTeacherAssessment(test, result) {
                cell.note = "\(reason) Both are kept until one is cleared."
            }
            body(column, cell)
        }
    }

    /// Why an empty paper of the test takes no mark, if so.
    func paperAccess(_ test: KeyStageColumns.Test, _ result: TestResult, _ teacherAssessment: String?)
        -> CellState.Access
    {
        if let (column, code) = result.codeInPaper {
            let place = test.papers.count > 1 ? " in \(column.title)" : ""
            return .closed(
                reason: "\(code)\(place) stands for the whole test. Clear it to enter marks.", accepts: [])
        }
        // N is what too few marks give, so the marks may stand beside it.
        if let code = result.code, code != "N" {
            return .closed(
                reason: "The outcome \(code) stands for the whole test. Clear the outcome to enter marks.", accepts: [])
        }
        if columns.testAndTeacherAssessmentExclude, let teacherAssessment {
            let open = test.papers[0].codes.filter { !$0.closesOther && $0.entry == .typed }.map(\.code)
            return .closed(
                reason:
                    "A \(test.subject.inSentence) teacher assessment (\(teacherAssessment)) is in. Clear it to enter a mark; \(open.joined(separator: ", ")) can stand beside it.",
                accepts: open)
        }
        return .open
    }

    /// Why the test closes the teacher assessment of its subject, if it does (from 2019).
    func whyTestClosesTeacherAssessment(_ test: KeyStageColumns.Test, _ result: TestResult) -> String? {
        guard columns.testAndTeacherAssessmentExclude, test.teacherAssessment != nil else { return nil }
        let subject = test.subject.inSentence
        if result.hasMark || result.officialTotal != nil {
            return "A \(subject) mark is in. Clear it to enter a teacher assessment."
        }
        if let score = result.officialScore {
            return "A \(subject) scaled score (\(score)) is in. Clear it to enter a teacher assessment."
        }
        if let outcome = result.outcome, test.outcome.code(outcome)?.closesOther ?? true {
            return "The \(subject) test has \(outcome). Clear it to enter a teacher assessment."
        }
        return nil
    }

    private func totalCell(_ test: KeyStageColumns.Test, _ result: TestResult) -> CellState {
        var cell = CellState(value: result.total.map(String.init), access: .readOnly)
        guard let total = result.total else { return cell }
        let isSum = result.marks.allSatisfy { $0 != nil }
        cell.origin = isSum ? .derived : .stored
        if isSum, let official = result.officialTotal, official != total {
            cell.note = "The file gave a total of \(official); the papers add up to \(total)."
        }
        return cell
    }

    private func scaledCell(_ test: KeyStageColumns.Test, _ result: TestResult, _ teacherAssessment: String?)
        -> CellState
    {
        var cell = CellState(value: result.score?.description, access: .readOnly)
        if let official = result.officialScore {
            cell.origin = .stored
            cell.note = difference(test, result, official)
            if result.total == nil { cell.access = .open }
            return cell
        }
        switch result.reading {
        case .score: cell.origin = .derived
        case .noScore:
            cell.origin = .derived
            cell.note = "N: too few marks for a scaled score."
        case .byThreshold:
            cell.note =
                "Only \(columns.shape.knownThresholds) of \(columns.year), so there is no scaled score. Load the year’s table to have one."
        case .noTable:
            cell.note = "No conversion table for \(columns.year) yet. Load it when it is published."
        case nil:
            if result.code != nil {
                cell.access = .closed(
                    reason: "\(result.code ?? "") stands for the whole test. Clear it to enter a scaled score.",
                    accepts: [])
            } else if columns.testAndTeacherAssessmentExclude, let teacherAssessment {
                cell.access = .closed(
                    reason:
                        "A \(test.subject.inSentence) teacher assessment (\(teacherAssessment)) is in. Clear it to enter a scaled score.",
                    accepts: [])
            } else if !result.hasMark {
                cell.access = .open
            }
        }
        return cell
    }

    private func difference(_ test: KeyStageColumns.Test, _ result: TestResult, _ official: ScaledScore) -> String? {
        var notes: [String] = []
        if official.hasSpecialConsideration {
            notes.append(
                "Special consideration: counts as \(official.counted(applyingSpecialConsideration: true)) in the school’s measures."
            )
        }
        let total = result.total ?? 0
        switch result.reading {
        case .score(let table) where table != official.score:
            notes.append(
                "\(official.score) is the official score; the \(columns.year) table gives \(table) for \(total) marks.")
        case .noScore:
            notes.append(
                "\(official.score) is the official score; the \(columns.year) table gives none (N) for \(total) marks.")
        case .byThreshold(let expected, _) where expected != (official.score >= 100):
            notes.append(
                "\(official.score) is the official score; by the \(columns.year) threshold \(total) marks \(expected ? "meet" : "do not meet") the standard."
            )
        case .score, .byThreshold, .noTable, nil: break
        }
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    private func outcomeCell(_ test: KeyStageColumns.Test, _ result: TestResult, _ teacherAssessment: String?)
        -> CellState
    {
        var cell = CellState(value: result.outcome, access: .readOnly)
        if let official = result.officialOutcome {
            cell.origin = .stored
            cell.access = .open
            if let score = result.score, ["AS", "NS"].contains(official), (score.score >= 100) != (official == "AS"),
                !score.hasSpecialConsideration
            {
                cell.note = "\(official) is the official outcome; the scaled score is \(score.score)."
            }
            if official == "N", case .score(let table) = result.reading {
                cell.note =
                    "N is the official outcome; the \(columns.year) table gives \(table) for \(result.total ?? 0) marks."
            }
            return cell
        }
        cell.origin = result.outcome == nil ? .none : .derived
        if result.outcome == nil, !result.hasMark, result.total == nil {
            let access = paperAccess(test, result, teacherAssessment)
            if case .closed = access { cell.access = access } else { cell.access = .open }
        }
        return cell
    }
}
