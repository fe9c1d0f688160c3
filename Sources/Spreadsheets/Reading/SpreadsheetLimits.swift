/// The largest file that a reader accepts. A file beyond any of these is refused whole.
public struct SpreadsheetLimits: Sendable, Hashable {
    /// Size of the file in bytes.
    public var bytes: Int
    /// Rows below the headings.
    public var rows: Int
    public var columns: Int
    /// Length of one field in bytes of UTF-8.
    public var fieldBytes: Int

    /// The defaults hold every pupil of a large trust and are far below what memory allows.
    public init(bytes: Int = 268_435_456, rows: Int = 1_000_000, columns: Int = 1_000, fieldBytes: Int = 65_536) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.fieldBytes = fieldBytes
    }
}
