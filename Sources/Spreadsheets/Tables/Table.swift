/// Headings and typed rows, ready to go out as CSV or as a sheet of a workbook.
public struct Table: Sendable, Hashable {
    public var headings: [String]
    /// Each with as many cells as there are headings, or fewer: missing ones are empty.
    public var rows: [[TableCell]]

    public init(headings: [String], rows: [[TableCell]]) {
        self.headings = headings
        self.rows = rows
    }

    /// The table as CSV for spreadsheet programs: with a byte order mark, and text that looks like a formula made harmless.
    public func csv() -> [UInt8] {
        CSVWriter.bytes(
            headings: headings, rows: rows.map(texts), byteOrderMark: true, guardFormulas: true)
    }

    /// A row of the CSV, as wide as the headings: a shorter one would be read back as broken.
    private func texts(_ row: [TableCell]) -> [String] {
        row.map(\.text) + Array(repeating: "", count: max(0, headings.count - row.count))
    }
}
