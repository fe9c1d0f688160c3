import Assessment

/// A pupil as a file names them.
struct FilePerson: Sendable {
    var line: Int
    /// As it stands in the file, trimmed; nil when there is none.
    var upn: String?
    var formerUPNs: [String] = []
    var surname: String?
    var forename: String?
    var dateOfBirth: CalendarDate?

    /// What choices about the pupil go by.
    var key: String { upn?.uppercased() ?? "line \(line)" }

    /// `Surname, Forename`.
    var name: String { [surname, forename].compactMap(\.self).joined(separator: ", ") }
}
