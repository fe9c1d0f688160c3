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

    /// The class's own name, its blanks made single.
    mutating func readClass(_ text: String?) {
        guard let text, case let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " "), !name.isEmpty
        else { return }
        let hasControls = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard name.count <= PupilFieldReading.longestName, !hasControls else {
            problems.append(
                Problem(
                    field: "class", text: text,
                    message:
                        "Class must be \(PupilFieldReading.longestName) characters or fewer, without control characters; “\(PupilFieldReading.cut(name))” is not."
                ))
            return
        }
        className = name
    }

    /// Takes out dates that can't be, as a pupil's form refuses them.
    mutating func checkDates(today: CalendarDate?) {
        if let today, let born = value(.dateOfBirth).flatMap({ CalendarDate(iso: $0) }), born > today {
            refuse(.dateOfBirth, "The date of birth must be in the past.")
        }
        // Few have left.
        if let leaving = value(.leavingDate).flatMap({ CalendarDate(iso: $0) }),
            let entry = value(.entryDate).flatMap({ CalendarDate(iso: $0) }), leaving < entry
        {
            refuse(.leavingDate, "The date of leaving must not be before the date of entry.")
        }
    }

    private mutating func refuse(_ field: PupilField, _ message: String) {
        problems.append(Problem(field: field.rawValue, text: value(field) ?? "", message: message))
        values.removeAll { $0.field == field }
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
