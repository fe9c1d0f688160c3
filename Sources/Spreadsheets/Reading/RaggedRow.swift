/// A row whose number of fields is not the number of headings.
public struct RaggedRow: Sendable, Hashable {
    /// The line or row of the file, from 1, on which the row begins.
    public let line: Int
    /// The number of headings.
    public let expected: Int
    /// The fields that the row has.
    public let fields: [String]
    /// In a workbook, the cell (`F7`) that stands beyond the headings.
    public let cell: String?

    public init(line: Int, expected: Int, fields: [String], cell: String? = nil) {
        self.line = line
        self.expected = expected
        self.fields = fields
        self.cell = cell
    }

    /// What is wrong with the row, for the person who gave the file.
    public var message: String {
        cell.map { WorkbookError.emptyHeading(cell: $0).message }
            ?? SpreadsheetError.raggedRow(line: line, expected: expected, found: fields.count).message
    }
}
