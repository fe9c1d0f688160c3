/// Something in a file that was understood but should be looked at.
public enum SpreadsheetWarning: Sendable, Hashable {
    /// The bytes are not UTF-8 and were read as Windows-1252: accented letters may be wrong.
    case readAsWindows1252
    /// An empty line between rows was skipped.
    case blankRow(line: Int)

    /// The warning, for the person who gave the file.
    public var message: String {
        switch self {
        case .readAsWindows1252:
            "The file is not UTF-8. It was read as Windows-1252: check names with accents."
        case .blankRow(let line):
            "Line \(line) is blank and was skipped."
        }
    }
}
