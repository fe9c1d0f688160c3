/// How the characters of a text file were written as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8
    /// UTF-8 that starts with the three bytes EF BB BF, as Excel's "CSV UTF-8" does.
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    /// The Western European code page of older Windows programs.
    case windows1252

    /// The name to show to a person.
    public var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithMark: "UTF-8 with a byte order mark"
        case .utf16LittleEndian: "UTF-16, little endian"
        case .utf16BigEndian: "UTF-16, big endian"
        case .windows1252: "Windows-1252"
        }
    }
}
