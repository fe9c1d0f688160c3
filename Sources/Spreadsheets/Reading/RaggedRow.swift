/// A row whose number of fields is not the number of headings.
public struct RaggedRow: Sendable, Hashable {
    /// The line of the file, from 1, on which the row begins.
    public let line: Int
    /// The number of headings.
    public let expected: Int
    /// The fields that the row has.
    public let fields: [String]

    public init(line: Int, expected: Int, fields: [String]) {
        self.line = line
        self.expected = expected
        self.fields = fields
    }

    /// What is wrong with the row, for the person who gave the file.
    public var message: String {
        SpreadsheetError.raggedRow(line: line, expected: expected, found: fields.count).message
    }
}
