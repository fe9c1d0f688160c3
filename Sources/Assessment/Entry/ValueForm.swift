/// Reads typed or imported text as the canonical value of a column: its form alone, without regard to other columns.
public enum ValueForm {
    /// The longest text that is looked at; longer ones are quoted cut.
    private static let longest = 40

    /// - Returns: the canonical value, or nil when the text is blank (which clears the cell).
    /// - Throws: what is wrong and what the column takes.
    public static func read(_ text: String, as column: Column, year: Int, source: EntrySource)
        throws(EntryProblem) -> String?
    {
        let trimmed = trimBlanks(text)
        guard !trimmed.isEmpty else { return nil }
        let quoted = trimmed.count > longest ? "\(trimmed.prefix(longest))…" : trimmed
        switch column.kind {
        case .mark(let maximum), .total(let maximum):
            if let mark = wholeNumber(trimmed) {
                guard mark <= maximum else { throw outOf(column, maximum, quoted) }
                return String(mark)
            }
            if trimmed.utf8.allSatisfy(isASCIIDigit) { throw outOf(column, maximum, quoted) }
            if looksLikeNumber(trimmed) { throw notWhole(column, maximum, quoted, trimmed) }
            if case .total = column.kind {
                throw EntryProblem(
                    .invalid, "\(column.fullTitle) must be a whole number from 0 to \(maximum), not “\(quoted)”.")
            }
            return try code(trimmed, quoted, column, year, source)
        case .scaledScore(let scale):
            let plus = column.takesSpecialConsideration
            guard let score = ScaledScore(text: trimmed), plus || !score.hasSpecialConsideration else {
                throw EntryProblem(
                    .invalid,
                    "“\(quoted)” is not a scaled score. Enter a whole number from \(scale.lowerBound) to \(scale.upperBound)\(plus ? ", with + after it for special consideration (97+)" : "")."
                )
            }
            guard scale.contains(score.score) else {
                throw EntryProblem(
                    .invalid,
                    "\(quoted) is outside the scale. A scaled score must be \(scale.lowerBound) to \(scale.upperBound)."
                )
            }
            return score.description
        case .outcome, .teacherAssessment:
            return try code(trimmed, quoted, column, year, source)
        }
    }

    /// A run of ASCII digits that fits a number; nothing else, so no sign, no point, no full-width digit.
    private static func wholeNumber(_ text: String) -> Int? {
        guard text.utf8.allSatisfy(isASCIIDigit) else { return nil }
        return Int(text)
    }

    private static func looksLikeNumber(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.numericType != nil }
            && !text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    private static func outOf(_ column: Column, _ maximum: Int, _ quoted: String) -> EntryProblem {
        EntryProblem(.invalid, "\(column.fullTitle) is marked out of \(maximum). \(allowed(column, maximum))")
    }

    private static func notWhole(_ column: Column, _ maximum: Int, _ quoted: String, _ text: String) -> EntryProblem {
        let why =
            text.unicodeScalars.contains { $0.properties.numericType != nil && !$0.isASCII }
            ? "“\(quoted)” is not written in plain digits (0 to 9)." : "“\(quoted)” is not a whole mark."
        return EntryProblem(.invalid, "\(why) \(allowed(column, maximum))")
    }

    private static func allowed(_ column: Column, _ maximum: Int) -> String {
        let codes = column.typedCodes.map(\.code)
        let list = codes.isEmpty ? "" : ", or a code (\(codes.joined(separator: ", ")))"
        return "Enter a whole number from 0 to \(maximum)\(list)."
    }

    private static func code(
        _ text: String, _ quoted: String, _ column: Column, _ year: Int, _ source: EntrySource
    ) throws(EntryProblem) -> String {
        let upper = text.uppercased()
        guard let code = column.code(upper) else {
            throw EntryProblem(
                .unknownCode, "“\(quoted)” is not a code of \(column.fullTitle) in \(year). \(enter(column))")
        }
        guard source == .file || code.entry != .imported else {
            throw EntryProblem(
                .invalid,
                "\(code.code) (\(code.meaning.lowercasedFirst)) comes with the DfE’s results file and can’t be typed. \(enter(column))"
            )
        }
        return code.code
    }

    private static func enter(_ column: Column) -> String {
        let list = column.typedCodes.map(\.code).joined(separator: ", ")
        if case .mark(let maximum) = column.kind {
            return "Enter a whole number from 0 to \(maximum), or a code (\(list))."
        }
        return "Enter \(list)."
    }
}

extension String {
    /// The sentence begun in the middle of another one.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
