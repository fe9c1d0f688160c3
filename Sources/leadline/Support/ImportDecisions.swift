import ArgumentParser
import Assessment
import Storage
import Tracker

/// What was decided about single pupils and values, before their files are read.
struct ImportDecisions: ParsableArguments {
    @Flag(help: "Take the file's value in every conflict that can be taken; a changed UPN needs --take-value.")
    var takeConflicts = false
    @Option(
        help: ArgumentHelp(
            "Take the file's value of one conflict, like H801200001001:reading.scaled, or a pupil's new UPN, like H801200001001:upn. May be repeated.",
            valueName: "pupil:column"))
    var takeValue: [String] = []
    @Option(
        help: ArgumentHelp(
            "Leave a value that would be taken, like H801200001001:writing.ta. May be repeated.",
            valueName: "pupil:column"))
    var leaveValue: [String] = []
    @Option(
        help: ArgumentHelp(
            "Who a pupil of the file is: the UPN here, or “new”, like H801200001001=Z801200001002. A pupil without a UPN is named by the line, like “line 12=Z801200001002”; one here by the id that --dry-run shows, like “line 12=id 4711”. May be repeated.",
            valueName: "pupil=upn"))
    var pupil: [String] = []
    @Option(
        help: ArgumentHelp(
            "What the numbers under a code of Key Stage 2 tests are, where both fit, like MAT/Q1=mark or MAT/Q1=scaled; remembered for the supplier and year. May be repeated.",
            valueName: "code=mark|scaled"))
    var reading: [String] = []

    mutating func validate() throws {
        for text in takeValue + leaveValue where text.split(separator: ":").count != 2 {
            throw ValidationError("“\(text)” must be a pupil and a column, like H801200001001:reading.scaled.")
        }
        for text in reading {
            let parts = text.split(separator: "=").map { trimBlanks(String($0)) }
            guard parts.count == 2, NumberReading(rawValue: parts[1].lowercased()) != nil else {
                throw ValidationError("“\(text)” must be a code and “mark” or “scaled”, like MAT/Q1=mark.")
            }
        }
        for text in pupil where text.split(separator: "=").count != 2 {
            throw ValidationError("“\(text)” must be a pupil of the file and a UPN, like H801200001001=Z801200001002.")
        }
    }

    /// By code.
    private var readings: [String: NumberReading] {
        Dictionary(
            reading.compactMap { text in
                let parts = text.split(separator: "=").map { trimBlanks(String($0)) }
                return NumberReading(rawValue: parts[1].lowercased()).map { (parts[0].uppercased(), $0) }
            }, uniquingKeysWith: { $1 })
    }

    var isEmpty: Bool { !takeConflicts && all.isEmpty && reading.isEmpty }

    /// Those that are about one pupil.
    var all: [String] { takeValue + leaveValue + pupil }

    /// Who the pupils are, in a school.
    ///
    /// - Throws: ``CommandFailure`` for a UPN that is none; a pupil who is not in this school is passed over, since the file may have
    ///   several schools.
    func pupilChoices(_ tracker: Tracker, _ school: School, _ caller: Caller) async throws -> ImportChoices {
        var choices = ImportChoices(readings: readings)
        for text in pupil {
            let parts = text.split(separator: "=").map { trimBlanks(String($0)) }
            if parts[1].lowercased() == "new" {
                choices.pupils[Self.key(parts[0])] = .new
                continue
            }
            if parts[1].lowercased().hasPrefix("id ") {
                guard let id = Int64(trimBlanks(String(parts[1].dropFirst(3)))) else {
                    throw CommandFailure("“\(parts[1])” must be “id” and the number that --dry-run shows.")
                }
                choices.pupils[Self.key(parts[0])] = .existing(id)
                continue
            }
            let upn: UPN
            do throws(IdentifierError) { upn = try UPN(parts[1]) } catch { throw CommandFailure(error.message) }
            if let id = try await tracker.pupil(upn, in: school, as: caller)?.id {
                choices.pupils[Self.key(parts[0])] = .existing(id)
            }
        }
        return choices
    }

    /// Adds what holds for the values of a file.
    ///
    /// - Returns: the decisions that it had something for.
    func decide(_ preview: ImportPreview, _ choices: inout ImportChoices) -> Set<String> {
        if takeConflicts { choices.conflicts = preview.takeableConflicts }
        var answered: Set<String> = []
        let keys = Set(preview.items.lazy.compactMap(\.pupilKey))
        answered.formUnion(
            pupil.filter { text in
                text.split(separator: "=").first.map { keys.contains(Self.key(trimBlanks(String($0)))) } ?? false
            })
        guard !takeValue.isEmpty || !leaveValue.isEmpty else { return answered }
        for item in preview.items {
            guard let key = item.cellKey else { continue }
            for text in takeValue where item.canTake && Self.names(text, key) {
                choices.conflicts.insert(key)
                answered.insert(text)
            }
            for text in leaveValue where item.isOffered && Self.names(text, key) {
                choices.leftOut.insert(key)
                answered.insert(text)
            }
        }
        return answered
    }

    private static func names(_ text: String, _ key: ImportCellKey) -> Bool {
        let parts = text.split(separator: ":").map { trimBlanks(String($0)) }
        return Self.key(parts[0]) == key.pupil && parts[1] == key.column
    }

    /// As the preview names a pupil: the UPN in capitals, or `line 12`.
    private static func key(_ text: String) -> String {
        text.lowercased().hasPrefix("line ") ? text.lowercased() : text.uppercased()
    }
}
