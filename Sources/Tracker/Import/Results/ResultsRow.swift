import Assessment
import Spreadsheets

/// One row of a results CSV, its cells sorted into the columns of Key Stage 2.
struct ResultsRow {
    /// A cell that can't be given to a column.
    struct Problem {
        var column: ColumnID
        var text: String
        var message: String
    }

    let line: Int
    /// By subject, in the order of the columns.
    private(set) var lines: [(subject: Subject, lines: [ResultLine])] = []
    private(set) var problems: [Problem] = []

    /// Cells with a value.
    var count: Int { lines.reduce(0) { $0 + $1.lines.count } + problems.count }

    init(_ row: SheetRow, _ map: HeadingMap) {
        line = row.line
        func text(_ field: String) -> String? { map.value(field, in: row).flatMap { $0.isEmpty ? nil : $0 } }
        for subject in [Subject.reading, .gps, .writing, .mathematics, .science] {
            let name = subject.rawValue
            var found: [ResultLine] = []
            func add(_ part: String, _ text: String?) {
                guard let text else { return }
                found.append(ResultLine(column: ColumnID(rawValue: "\(name).\(part)"), text: text, line: row.line))
            }
            for part in ["paper1", "paper2", "paper3"] { add(part, text("\(name).\(part)")) }
            let total = text("\(name).total")
            // Reading has one paper: its total is its mark.
            if subject == .reading, text("reading.paper1") == nil { add("paper1", total) } else { add("total", total) }
            let scaled = scaled(name, text)
            let outcome = text("\(name).outcome")
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
            add("ta", text("\(name).ta"))
            if !found.isEmpty { lines.append((subject, found)) }
        }
    }

    /// The pupil's own score, with `+` for special consideration.
    ///
    /// Special consideration raises the score that is counted by 3 and leaves the pupil's own as it is (DfE guidance), so the
    /// score "without special consideration" is the one to keep.
    private mutating func scaled(_ name: String, _ text: (String) -> String?) -> String? {
        let score = text("\(name).scaled")
        let own = text("\(name).no_speccon")
        let column = ColumnID(rawValue: "\(name).scaled")
        var hasConsideration = false
        if let mark = text("\(name).speccon") {
            switch mark.lowercased() {
            case "y", "yes", "true", "t", "1", "+", "sc", "x": hasConsideration = true
            case "n", "no", "false", "f", "0", "-": break
            default:
                problems.append(
                    Problem(
                        column: column, text: mark,
                        message: "Special consideration must be yes or no (Y, N, 1, 0), not “\(mark.prefix(40))”."))
            }
        }
        guard let own, !Self.isLetters(own) else {
            guard hasConsideration, let score, !Self.isLetters(score), !score.hasSuffix("+") else { return score }
            return "\(score)+"
        }
        guard let score, let counted = Int(score), let pupils = Int(own) else {
            return hasConsideration && !own.hasSuffix("+") ? "\(own)+" : own
        }
        guard counted == pupils || counted == min(pupils + 3, 120) else {
            problems.append(
                Problem(
                    column: column, text: "\(score) and \(own)",
                    message:
                        "The scaled score is \(score) and without special consideration \(own). Special consideration adds 3: check the file."
                ))
            return nil
        }
        return hasConsideration || counted != pupils ? "\(own)+" : own
    }

    private static func isLetters(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
    }
}
