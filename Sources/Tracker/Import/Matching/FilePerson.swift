import Assessment
import CommonTransferFile

/// A pupil as a file names them.
struct FilePerson: Sendable {
    var line: Int
    /// As it stands in the file, trimmed; nil when there is none.
    var upn: String?
    var formerUPNs: [String] = []
    var surname: String?
    var forename: String?
    /// Surname and forename in one, as the file writes it.
    var displayName: String?
    private(set) var dateOfBirth: CalendarDate?
    /// What stands for the date of birth and is none, cut where it is long.
    private(set) var unreadDateOfBirth: String?

    /// What choices about the pupil go by.
    var key: String { upn?.uppercased() ?? "line \(line)" }

    /// `Surname, Forename`.
    var name: String {
        let parts = [surname, forename].compactMap(\.self)
        return parts.isEmpty ? displayName ?? "" : parts.joined(separator: ", ")
    }

    mutating func readDateOfBirth(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        dateOfBirth = PupilFieldReading.calendarDate(text)
        if dateOfBirth == nil { unreadDateOfBirth = PupilFieldReading.cut(text) }
    }
}

extension FilePerson {
    init(_ pupil: CTFPupil) {
        self.init(
            line: pupil.line, upn: pupil.upn, formerUPNs: pupil.basicDetails?.formerUPNs ?? [],
            surname: pupil.surname, forename: pupil.forename)
        readDateOfBirth(pupil.dateOfBirth)
    }
}
