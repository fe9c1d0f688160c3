/// Why headings could not be given to fields. Columns count from 1.
public enum HeadingMapError: Error, Sendable, Hashable {
    /// Two or more headings mean the same field; the values of one would overwrite the other.
    case sameField(fieldID: String, headings: [String])
    /// A mapping that was given names a heading the file does not have.
    case unknownHeading(String)
    /// A mapping that was given names a field that does not exist.
    case unknownField(heading: String, fieldID: String)

    /// What is wrong and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .sameField(let fieldID, let headings):
            """
            The headings \(headings.map { "“\($0)”" }.joined(separator: " and ")) both mean \(fieldID). \
            Choose one of them, or ignore the other.
            """
        case .unknownHeading(let heading):
            "The file must have the heading “\(heading)” that was chosen for it."
        case .unknownField(let heading, let fieldID):
            "“\(heading)” must be given to a field in the list, not to “\(fieldID)”."
        }
    }
}
