import Assessment
import Spreadsheets

/// One row of a results CSV, its cells sorted into the columns of the assessments.
struct ResultsRow {
    /// Values that are judged together.
    struct Part {
        var kind: AssessmentKind
        var lines: [ResultLine]
    }

    /// A cell that can't be given to a column.
    struct Problem {
        var kind: AssessmentKind
        var column: ColumnID
        var text: String
        var message: String
    }

    let line: Int
    /// In the order of the columns.
    private(set) var parts: [Part] = []
    private(set) var problems: [Problem] = []
    /// Mark and outcome of a check of which the heading does not say whose it is, under `mark` and `outcome`.
    private(set) var phonics: [ResultLine] = []

    private static let judgements = SummativeTerm.allCases.flatMap { term in
        Subject.summative.map { SummativeColumns.id(term, $0) }
    }

    /// Cells with a value.
    var count: Int { counts.values.reduce(0, +) }

    /// The same, by assessment.
    var counts: [AssessmentKind: Int] {
        var counts: [AssessmentKind: Int] = [:]
        for part in parts { counts[part.kind, default: 0] += part.lines.count }
        for problem in problems { counts[problem.kind, default: 0] += 1 }
        if !phonics.isEmpty { counts[.phonics, default: 0] += phonics.count }
        return counts
    }

    /// - Parameter kinds: the assessments that the headings name.
    init(_ row: SheetRow, _ map: HeadingMap, kinds: Set<AssessmentKind>, codes: [ResultCode]) {
        line = row.line
        func text(_ field: String) -> String? { map.value(field, in: row).flatMap { $0.isEmpty ? nil : $0 } }
        for kind in AssessmentKind.allCases where kinds.contains(kind) {
            switch kind {
            case .ks1, .ks2: addKeyStage(kind, text)
            case .eyfsp:
                for goal in EarlyYearsGoals.all {
                    add(.eyfsp, [(goal.id, text(ResultsFields.id(goal.id, .eyfsp)))])
                }
            case .phonics:
                for group in ["y1", "y2"] {
                    add(
                        .phonics,
                        ["mark", "outcome"].map { part in
                            let column = ColumnID(rawValue: "\(group).\(part)")
                            return (column, text(ResultsFields.id(column, .phonics)))
                        })
                }
                for part in ["mark", "outcome"] {
                    guard let text = text("phonics.\(part)") else { continue }
                    phonics.append(ResultLine(column: ColumnID(rawValue: part), text: text, line: line))
                }
            case .mtc: addMultiplication(text, codes)
            case .summative:
                for column in Self.judgements {
                    add(.summative, [(column, text(ResultsFields.id(column, .summative)))])
                }
            }
        }
    }

    private mutating func add(_ kind: AssessmentKind, _ values: [(column: ColumnID, text: String?)]) {
        let lines = values.compactMap { column, text in
            text.map { ResultLine(column: column, text: $0, line: line) }
        }
        if !lines.isEmpty { parts.append(Part(kind: kind, lines: lines)) }
    }

    // MARK: Multiplication tables check

    /// A mark, and beside or instead of it the reason in letters or in words why there is none.
    private mutating func addMultiplication(_ text: (String) -> String?, _ codes: [ResultCode]) {
        let column: ColumnID = "mark"
        var values: [(ColumnID, String?)] = [(column, text("mtc.mark"))]
        if let reason = text("mtc.reason") {
            if let code = Self.code(reason, codes) {
                values.append((column, code))
            } else {
                problems.append(
                    Problem(
                        kind: .mtc, column: column, text: reason,
                        message:
                            "“\(reason.prefix(60))” is not a reason that is known. Enter one of \(codes.map { "\($0.code) (\($0.meaning))" }.joined(separator: ", "))."
                    ))
            }
        }
        // The status repeats what mark and reason say; alone it counts where it is a code.
        if values.allSatisfy({ $0.1 == nil }), let status = text("mtc.status"), let code = Self.code(status, codes) {
            values.append((column, code))
        }
        add(.mtc, values)
    }

    /// The code of a reason: its letters, or words that begin as its meaning does.
    private static func code(_ reason: String, _ codes: [ResultCode]) -> String? {
        let text = reason.lowercased().filter { $0.isLetter }
        if let code = codes.first(where: { $0.code.lowercased() == text }) { return code.code }
        let known: [(String, String)] = [
            ("absent", "A"), ("left", "L"), ("incorrectregistration", "Z"), ("registeredinerror", "Z"),
            ("unabletoaccess", "U"), ("workingbelow", "B"), ("belowthestandard", "B"), ("justarrived", "J"),
            ("schoolnotable", "NAA"), ("notabletoadminister", "NAA"), ("maladministration", "Q"),
            ("cheating", "H"), ("pupilcheating", "H"), ("nottaken", "X"), ("checknottaken", "X"),
        ]
        return known.first { text.hasPrefix($0.0) }?.1
    }

    // MARK: Key stages

    private mutating func addKeyStage(_ kind: AssessmentKind, _ text: (String) -> String?) {
        for subject in Subject.keyStage {
            let name = subject.rawValue
            func value(_ part: String) -> String? {
                text(ResultsFields.id(ColumnID(rawValue: "\(name).\(part)"), kind))
            }
            var found: [(ColumnID, String?)] = []
            func add(_ part: String, _ text: String?) {
                found.append((ColumnID(rawValue: "\(name).\(part)"), text))
            }
            for part in ["paper1", "paper2", "paper3"] { add(part, value(part)) }
            let total = value("total")
            // At Key Stage 2 reading has one paper: its total is its mark.
            if kind == .ks2, subject == .reading, value("paper1") == nil {
                add("paper1", total)
            } else {
                add("total", total)
            }
            let scaled = scaled(kind, name, value)
            let outcome = value("outcome")
            if let scaled, Self.isLetters(scaled) {
                // A code in the place of the score is the outcome; N there says more than NS.
                if outcome == nil || (scaled.uppercased() == "N" && outcome?.uppercased() == "NS") {
                    add("outcome", scaled)
                } else {
                    if scaled.uppercased() != outcome?.uppercased() { add("outcome", scaled) }
                    add("outcome", outcome)
                }
            } else {
                add("scaled", scaled)
                add("outcome", outcome)
            }
            add("ta", value("ta"))
            self.add(kind, found)
        }
    }

    /// The pupil's own score, with `+` for special consideration.
    ///
    /// Special consideration raises the score that is counted by 3 and leaves the pupil's own as it is (DfE guidance), so the
    /// score "without special consideration" is the one to keep.
    private mutating func scaled(_ kind: AssessmentKind, _ name: String, _ value: (String) -> String?) -> String? {
        let score = value("scaled")
        let own = value("no_speccon")
        let column = ColumnID(rawValue: "\(name).scaled")
        var hasConsideration = false
        if let mark = value("speccon") {
            switch mark.lowercased() {
            case "y", "yes", "true", "t", "1", "+", "sc", "x": hasConsideration = true
            case "n", "no", "false", "f", "0", "-": break
            default:
                problems.append(
                    Problem(
                        kind: kind, column: column, text: mark,
                        message: "Special consideration must be yes or no (Y, N, 1, 0), not “\(mark.prefix(40))”."))
            }
        }
        if hasConsideration, score == nil, own == nil {
            problems.append(
                Problem(
                    kind: kind, column: column, text: value("speccon") ?? "",
                    message:
                        "The file marks special consideration and gives no scaled score to which it could belong. It is not taken."
                ))
        }
        guard let own, !Self.isLetters(own) else {
            guard hasConsideration, let score, !Self.isLetters(score), !score.hasSuffix("+") else { return score }
            return "\(score)+"
        }
        guard let score, let counted = Int(score), let pupils = ScaledScore(text: own), !pupils.hasSpecialConsideration
        else {
            return hasConsideration && !own.hasSuffix("+") ? "\(own)+" : own
        }
        let raised = ScaledScore(pupils.score, specialConsideration: true)
        guard counted == pupils.score || counted == raised.counted(applyingSpecialConsideration: true) else {
            problems.append(
                Problem(
                    kind: kind, column: column, text: "\(score) and \(own)",
                    message:
                        "The scaled score is \(score) and without special consideration \(own). Special consideration adds 3: check the file."
                ))
            return nil
        }
        return hasConsideration || counted != pupils.score ? "\(own)+" : own
    }

    private static func isLetters(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    }
}
