import Assessment

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
    var dateOfBirth: CalendarDate?

    /// What choices about the pupil go by.
    var key: String { upn?.uppercased() ?? "line \(line)" }

    /// `Surname, Forename`.
    var name: String {
        let parts = [surname, forename].compactMap(\.self)
        return parts.isEmpty ? displayName ?? "" : parts.joined(separator: ", ")
    }
}
