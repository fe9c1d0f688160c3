public import TextFiles

/// Delimited text (CSV and its relatives) as a whole.
public enum Spreadsheet {
    /// Reads a file on disk, or bytes in memory, to its end.
    ///
    /// Takes comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; quoted fields with line breaks; CRLF, LF or CR. For files
    /// larger than memory should hold, use ``SheetReader``.
    ///
    /// - Parameters:
    ///   - input: the file or the bytes.
    ///   - limits: the largest file to accept.
    ///   - raggedRows: what to do with rows that have more or fewer fields than there are headings.
    public static func read(
        _ input: TextInput, limits: SpreadsheetLimits = SpreadsheetLimits(), raggedRows: RaggedRowRule = .refuse
    ) throws(SpreadsheetError) -> Sheet {
        var reader = try SheetReader(input, limits: limits, raggedRows: raggedRows)
        var rows: [SheetRow] = []
        while let row = try reader.next() { rows.append(row) }
        return Sheet(
            encoding: reader.encoding, delimiter: reader.delimiter, headings: reader.headings,
            headingLine: reader.headingLine, rows: rows, raggedRows: reader.raggedRows, warnings: reader.warnings)
    }

    /// Reads bytes in memory; see ``read(_:limits:raggedRows:)-(TextInput,_,_)``.
    public static func read(
        _ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits(), raggedRows: RaggedRowRule = .refuse
    ) throws(SpreadsheetError) -> Sheet {
        try read(TextInput(bytes), limits: limits, raggedRows: raggedRows)
    }

    /// Reads text in memory, such as a pasted block; see ``read(_:limits:raggedRows:)-(TextInput,_,_)``.
    public static func read(
        text: String, limits: SpreadsheetLimits = SpreadsheetLimits(), raggedRows: RaggedRowRule = .refuse
    ) throws(SpreadsheetError) -> Sheet {
        try read(TextInput(Array(text.utf8)), limits: limits, raggedRows: raggedRows)
    }
}
