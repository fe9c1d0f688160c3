public import TextFiles

/// A delimited text file, read to its end.
public struct Sheet: Sendable, Hashable {
    public let encoding: TextEncoding
    public let delimiter: Delimiter
    /// The headings without surrounding blanks. A column without a heading has no values (or the file is refused).
    public let headings: [String]
    /// The line of the file, from 1, on which the headings stand.
    public let headingLine: Int
    /// The rows in the file's order, each with as many fields as there are headings.
    public let rows: [SheetRow]
    /// The rows with more or fewer fields; empty unless ``RaggedRowRule/setAside`` was asked for.
    public let raggedRows: [RaggedRow]
    public let warnings: [SpreadsheetWarning]

    public init(
        encoding: TextEncoding, delimiter: Delimiter, headings: [String], headingLine: Int = 1, rows: [SheetRow],
        raggedRows: [RaggedRow] = [], warnings: [SpreadsheetWarning] = []
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.headings = headings
        self.headingLine = headingLine
        self.rows = rows
        self.raggedRows = raggedRows
        self.warnings = warnings
    }
}
