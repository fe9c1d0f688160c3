import Assessment
import Spreadsheets

/// Why the text of a detail can't be taken.
struct PupilFieldProblem: Error {
    /// What is wrong and what is allowed.
    let message: String

    init(_ message: String) { self.message = message }
}

/// Reads the text of a file as the canonical text of a detail.
enum PupilFieldReading {
    /// Names longer than this are mistakes of the file. Source: the limit of the DfE's own multiplication tables check service.
    static let longestName = 128

    /// - Parameter text: not blank, trimmed.
    /// - Throws: ``PupilFieldProblem``.
    static func read(_ text: String, as field: PupilField) throws(PupilFieldProblem) -> String {
        switch field {
        case .upn:
            do { return try UPN(text).text } catch { throw PupilFieldProblem(error.message) }
        case .surname, .forename, .preferredSurname, .preferredForename, .middleNames:
            return try name(text, field)
        case .dateOfBirth, .entryDate, .leavingDate: return try date(text, field)
        case .sex: return try sex(text)
        case .ethnicity:
            return try code(
                text, length: 4, "\(field.title) must be a DfE code of 4 letters, like WBRI, not “\(cut(text))”.")
        case .firstLanguage:
            return try code(
                text, length: 3, "\(field.title) must be a DfE code of 3 letters, like ENG, not “\(cut(text))”.")
        case .isEAL, .isFSM, .isFSM6, .isLookedAfter, .wasLookedAfter, .isServiceChild: return try flag(text, field)
        case .sen:
            guard let provision = SENProvision(reading: text) else {
                throw PupilFieldProblem(
                    "SEN provision must be N (none), K (SEN support) or E (EHC plan), not “\(cut(text))”.")
            }
            return provision.rawValue
        case .groups:
            let names = text.split(whereSeparator: { ";|".contains($0) }).map { trimBlanks(String($0)) }
            if let long = names.first(where: { $0.count > Tracker.longestGroupName }) {
                throw PupilFieldProblem(
                    "The name of a group must be \(Tracker.longestGroupName) characters or fewer; “\(cut(long))” has \(long.count)."
                )
            }
            return names.filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    /// Names with their inner blanks made single.
    private static func name(_ text: String, _ field: PupilField) throws(PupilFieldProblem) -> String {
        if text.utf8.count <= longestName, text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return text }
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard name.count <= longestName else {
            throw PupilFieldProblem(
                "\(field.title) must be \(longestName) characters or fewer; “\(cut(name))” has \(name.count).")
        }
        guard !name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw PupilFieldProblem("\(field.title) must not have control characters in it.")
        }
        return name
    }

    static func calendarDate(_ text: String) -> CalendarDate? {
        // As nearly every file writes it; the other ways take a longer look.
        if let date = CalendarDate(iso: text) { return date }
        guard let parts = DateParts(text) else { return nil }
        return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
    }

    private static func date(_ text: String, _ field: PupilField) throws(PupilFieldProblem) -> String {
        guard let date = calendarDate(text) else {
            throw PupilFieldProblem("\(field.title) must be a date like 2014-11-03 or 03/11/2014, not “\(cut(text))”.")
        }
        return date.description
    }

    private static func sex(_ text: String) throws(PupilFieldProblem) -> String {
        switch text.lowercased() {
        case "f", "female", "girl", "g": return Sex.female.rawValue
        case "m", "male", "boy", "b": return Sex.male.rawValue
        case "u", "unknown", "not known": return Sex.unknown.rawValue
        default: throw PupilFieldProblem("Sex must be F, M or U, not “\(cut(text))”.")
        }
    }

    private static func flag(_ text: String, _ field: PupilField) throws(PupilFieldProblem) -> String {
        switch text.lowercased() {
        case "y", "yes", "true", "t", "1", "x", "✓": return "yes"
        case "n", "no", "false", "f", "0": return "no"
        default:
            throw PupilFieldProblem("\(field.title) must be yes or no (Y, N, true, false, 1, 0), not “\(cut(text))”.")
        }
    }

    private static func code(_ text: String, length: Int, _ message: String) throws(PupilFieldProblem) -> String {
        let upper = text.uppercased()
        guard upper.utf8.count == length, upper.utf8.allSatisfy({ 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }) else {
            throw PupilFieldProblem(message)
        }
        return upper
    }

    static func cut(_ text: String) -> String { text.count > 40 ? "\(text.prefix(40))…" : text }
}
