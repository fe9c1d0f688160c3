import Assessment

extension FlightReading {
    /// Tests and teacher assessments of the end of Key Stage 1 or 2.
    static func keyStage(_ row: KeyStageRow, _ year: SchoolYear) -> [FlightResult] {
        Subject.keyStage.flatMap { subject in
            [
                row.columns.test(subject).flatMap { test(row, $0, year) },
                row.columns.teacherAssessment(subject).flatMap { teacherAssessment(row, $0, year) },
            ].compactMap(\.self)
        }
    }

    private static func teacherAssessment(_ row: KeyStageRow, _ column: Column, _ year: SchoolYear) -> FlightResult? {
        guard let value = row.facts[column.id] else { return nil }
        let code = column.code(value)
        let isTwoLevel = TeacherAssessmentPlaces.isTwoLevel(column.subject, column.codes)
        return FlightResult(
            year, row.columns.kind, column.subject, "KS\(row.columns.keyStage) teacher assessment", value,
            words: code?.meaning ?? value,
            levels: code.flatMap { code in
                code.measure == .leftOut
                    ? nil : code.level.flatMap { TeacherAssessmentPlaces.levels(value, $0, isTwoLevel) }
            })
    }

    private static func test(_ row: KeyStageRow, _ test: KeyStageColumns.Test, _ year: SchoolYear) -> FlightResult? {
        let result = row.result(test)
        let marks = result.marks.compactMap(\.self)
        guard result.score != nil || result.outcome != nil || result.total != nil || !marks.isEmpty else { return nil }
        let title = "KS\(row.columns.keyStage) test"
        let kind = row.columns.kind
        func flight(_ text: String, _ words: [String], _ levels: ClosedRange<AttainmentLevel>?) -> FlightResult {
            FlightResult(
                year, kind, test.subject, title, text, words: words.joined(separator: "; "), levels: levels)
        }
        let standing = row.standing(test.subject, specialConsideration: true)
        if let score = result.score, result.code == nil, let level = standing.level {
            let levels = self.levels(level, kind)
            var words = [met(levels)]
            if score.hasSpecialConsideration {
                words.append(
                    "special consideration: counts as \(score.counted(applyingSpecialConsideration: true)) in the school’s measures"
                )
            }
            return flight(score.description, words, levels)
        }
        if let outcome = result.outcome {
            let words = [test.outcome.code(outcome)?.meaning ?? outcome]
            guard case .counted(let level, _, _) = standing else { return flight(outcome, words, nil) }
            return flight(outcome, words, CodeLevels.range(outcome, level == .higher ? .expected : level))
        }
        guard let total = result.total else {
            return flight("–", ["Some papers are missing"], nil)
        }
        return flight("–", ["\(total) marks; no conversion table for \(row.columns.year) yet"], nil)
    }

    /// The tests of Key Stage 1 had no higher standard.
    private static func levels(_ level: AttainmentLevel, _ kind: AssessmentKind) -> ClosedRange<AttainmentLevel> {
        kind == .ks1 && level != .below ? .expected ... .higher : level...level
    }

    private static func met(_ levels: ClosedRange<AttainmentLevel>) -> String {
        switch levels.lowerBound {
        case .below: "Expected standard not met"
        case .expected: "Expected standard met"
        case .higher: "Higher standard met"
        }
    }
}
