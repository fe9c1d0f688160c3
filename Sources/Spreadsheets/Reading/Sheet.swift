public import TextFiles

/// A table from a file, read to its end: delimited text, or a sheet of a workbook.
public struct Sheet: Sendable, Hashable {
    public let origin: SheetOrigin
    /// The headings without surrounding blanks. A column without a heading has no values (or the file is refused).
    public let headings: [String]
    /// The line or row of the file, from 1, on which the headings stand.
    public let headingLine: Int
    /// The rows in the file's order, each with as many fields as there are headings.
    public let rows: [SheetRow]
    /// The rows with more or fewer fields; empty unless ``RaggedRowRule/setAside`` was asked for.
    public let raggedRows: [RaggedRow]
    public let warnings: [SpreadsheetWarning]

    public init(
        origin: SheetOrigin, headings: [String], headingLine: Int = 1, rows: [SheetRow],
        raggedRows: [RaggedRow] = [], warnings: [SpreadsheetWarning] = []
    ) {
        self.origin = origin
        self.headings = headings
        self.headingLine = headingLine
        self.rows = rows
        self.raggedRows = raggedRows
        self.warnings = warnings
    }

    public init(
        encoding: TextEncoding, delimiter: Delimiter, headings: [String], headingLine: Int = 1, rows: [SheetRow],
        raggedRows: [RaggedRow] = [], warnings: [SpreadsheetWarning] = []
    ) {
        self.init(
            origin: .text(encoding, delimiter), headings: headings, headingLine: headingLine, rows: rows,
            raggedRows: raggedRows, warnings: warnings)
    }

    /// How the characters of a text are written; nil for a workbook.
    public var encoding: TextEncoding? {
        if case .text(let encoding, _) = origin { encoding } else { nil }
    }

    /// What stands between the fields of a text; nil for a workbook.
    public var delimiter: Delimiter? {
        if case .text(_, let delimiter) = origin { delimiter } else { nil }
    }

    /// The same with more warnings at the beginning.
    func adding(_ more: [SpreadsheetWarning]) -> Sheet {
        Sheet(
            origin: origin, headings: headings, headingLine: headingLine, rows: rows, raggedRows: raggedRows,
            warnings: more + warnings)
    }
}
