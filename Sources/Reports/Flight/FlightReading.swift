import Assessment

/// Reads a row of an assessment as results on a pupil's way, codes and absences in words.
enum FlightReading {
    static func results(_ row: any AssessmentRow, _ year: SchoolYear) -> [FlightResult] {
        switch row {
        case let row as EarlyYearsRow: profile(row, year)
        case let row as PhonicsRow: phonics(row, year)
        case let row as KeyStageRow: keyStage(row, year)
        case let row as MultiplicationRow: multiplication(row, year)
        case let row as SummativeRow: judgements(row, year)
        default: []
        }
    }

    // MARK: Early Years Foundation Stage Profile

    /// The goals in reading, writing and mathematics, each with those of its subject.
    private static let goals: [(subject: Subject, goals: ClosedRange<Int>)] = [
        (.reading, 7...8), (.writing, 9...9), (.mathematics, 10...11),
    ]

    private static func profile(_ row: EarlyYearsRow, _ year: SchoolYear) -> [FlightResult] {
        guard row.columns.isCurrentProfile else { return [earlierProfile(row, year)].compactMap(\.self) }
        var results = goals.compactMap { part -> FlightResult? in
            let columns = Array(row.columns.goals[part.goals])
            let values = columns.map { row.facts[$0.id] ?? (row.isExempt ? "A" : "–") }
            guard values.contains(where: { $0 != "–" }) else { return nil }
            let standing = row.standing(columns)
            return FlightResult(
                year, .eyfsp, part.subject, "EYFSP", values.joined(separator: ", "),
                words: zip(columns, values).map { goal, value in
                    "\(goal.fullTitle): \(goal.code(value)?.meaning ?? "not recorded")"
                }.joined(separator: "; "),
                levels: row.isExempt ? nil : standing.level.map { $0 == .below ? .below ... .below : $0 ... .higher })
        }
        guard !row.isEmpty else { return results }
        let missing = row.columns.goals.count { row.facts[$0.id] == nil }
        let words: String
        var levels: ClosedRange<AttainmentLevel>?
        let result: String
        if row.isExempt {
            result = "A"
            words = "Exempt or not assessed in all goals"
        } else {
            levels = row.goodLevel.level.map { $0 == .below ? .below ... .below : $0 ... .higher }
            result = levels.map { $0.lowerBound == .below ? "Not GLD" : "GLD" } ?? "–"
            let good =
                levels.map { $0.lowerBound == .below ? "No good level of development" : "Good level of development" }
                ?? "Good level of development not known yet"
            let emerging = row.columns.goals.filter { goal in
                row.facts[goal.id].map { goal.code($0)?.level == .below } ?? false
            }
            let count = row.goalsAtExpected.map { "\($0) of 17 goals at the expected level" }
            words =
                ([good, count, missing > 0 ? "\(missing) of 17 goals not recorded" : nil]
                .compactMap(\.self)
                + (emerging.isEmpty ? [] : ["emerging: \(emerging.map(\.fullTitle).joined(separator: "; "))"]))
                .joined(separator: "; ")
        }
        results.append(FlightResult(year, .eyfsp, nil, "EYFSP", result, words: words, levels: levels))
        return results
    }

    /// The profile until 2021 had other goals; it is told in numbers and put against nothing.
    private static func earlierProfile(_ row: EarlyYearsRow, _ year: SchoolYear) -> FlightResult? {
        guard !row.isEmpty else { return nil }
        let counts = [("3", "exceeding"), ("2", "expected"), ("1", "emerging"), ("A", "exempt or not assessed")].map {
            value, words in (row.columns.goals.count { row.facts[$0.id] == value }, words)
        }
        let known = counts.filter { $0.0 > 0 }
        return FlightResult(
            year, .eyfsp, nil, "EYFSP until 2021", known.map { "\($0.0)" }.joined(separator: "/"),
            words: "Of 17 goals of the profile until 2021: "
                + known.map { "\($0.0) \($0.1)" }.joined(separator: ", "), levels: nil)
    }

    // MARK: Checks

    private static func phonics(_ row: PhonicsRow, _ year: SchoolYear) -> [FlightResult] {
        // The row of Year 2 shows Year 1's result as well, which has a row of its own.
        let check = row.columns.second ?? row.columns.first
        let result = row.second ?? row.first
        guard !result.isEmpty else { return [] }
        let title = "Phonics check, Year \(row.columns.second == nil ? 1 : 2)"
        let outcome = result.outcome.map { check.outcome.code($0)?.meaning ?? $0 }
        return [
            FlightResult(
                year, .phonics, .reading, title,
                result.mark.map(String.init) ?? result.outcome ?? result.code ?? "–",
                words: outcome ?? "No threshold for \(check.year) yet",
                levels: result.code.map { CodeLevels.range($0, row.standing.level) }
                    ?? row.standing.level.map { $0 == .below ? .below ... .below : $0 ... .higher })
        ]
    }

    private static func multiplication(_ row: MultiplicationRow, _ year: SchoolYear) -> [FlightResult] {
        guard let value = row.facts[row.columns.mark.id] else { return [] }
        let words =
            row.mark == nil
            ? row.columns.mark.code(value)?.meaning ?? value
            : "Of \(MultiplicationColumns.maximum) marks; the check has no pass mark"
        return [
            FlightResult(year, .mtc, .mathematics, "Multiplication tables check", value, words: words, levels: nil)
        ]
    }

    // MARK: Judgements

    private static func judgements(_ row: SummativeRow, _ year: SchoolYear) -> [FlightResult] {
        SummativeTerm.allCases.flatMap { term in
            // A subject that has been switched off keeps what was judged in it.
            Subject.summative.compactMap { subject in
                row.judgement(term, subject).map {
                    FlightResult(year, term, subject, $0, row.columns.label(of: $0, in: term))
                }
            }
        }
    }
}
