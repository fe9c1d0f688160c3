import Assessment

/// What a file says of a pupil's details and place, read as far as it can be.
struct PupilProposal {
    /// A detail that can't be taken.
    struct Problem {
        var field: String
        var text: String
        var message: String
    }

    var values: [(field: PupilField, text: String)] = []
    /// Details that the file implies by leaving them out: stored only where nothing is recorded.
    var whereUnknown: [(field: PupilField, text: String)] = []
    var problems: [Problem] = []
    var yearGroup: YearGroup?
    var className: String?

    /// Reads one detail; blank text says nothing.
    mutating func read(_ text: String?, as field: PupilField) {
        guard let text, case let trimmed = Self.trimmed(text), !trimmed.isEmpty else { return }
        do {
            values.append((field, try PupilFieldReading.read(trimmed, as: field)))
        } catch {
            problems.append(Problem(field: field.rawValue, text: trimmed, message: error.message))
        }
    }

    mutating func readYearGroup(_ text: String?) {
        guard let text, case let trimmed = Self.trimmed(text), !trimmed.isEmpty else { return }
        yearGroup = YearGroup(reading: trimmed)
        if yearGroup == nil {
            problems.append(
                Problem(
                    field: "year_group", text: trimmed,
                    message:
                        "Year group must be like 6, Year 6, R or Reception, not “\(PupilFieldReading.cut(trimmed))”."))
        }
    }

    /// Readers trim already, so most texts need no look at every character.
    private static func trimmed(_ text: String) -> String {
        if let first = text.utf8.first, let last = text.utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
            return text
        }
        return trimBlanks(text)
    }

    func value(_ field: PupilField) -> String? { values.first { $0.field == field }?.text }
}
