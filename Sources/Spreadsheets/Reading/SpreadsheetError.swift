public import TextFiles

/// Why a delimited text file was refused. Lines and columns count from 1; a column is a field's place in its row.
public enum SpreadsheetError: Error, Sendable, Hashable {
    /// The bytes could not be read as text at all.
    case unreadable(TextFileError)
    /// No line has anything on it.
    case noHeadings
    case tooManyRows(limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    case fieldTooLong(line: Int, column: Int, limit: Int)
    /// A quotation mark opens a field at `line` and is never closed.
    case unterminatedQuote(line: Int, column: Int)
    /// Something other than a delimiter follows a closing quotation mark.
    case textAfterQuote(line: Int, column: Int)
    case raggedRow(line: Int, expected: Int, found: Int)
    /// Two columns have the same heading, so their values cannot be told apart.
    case duplicateHeading(heading: String, columns: [Int])
    /// A column has no heading, but the row at `line` has a value in it.
    case emptyHeading(line: Int, column: Int)

    /// What is wrong, where, and what to do, for the person who gave the file.
    public var message: String {
        switch self {
        case .unreadable(let error):
            error.message
        case .noHeadings:
            "The file has no headings. The first line must name the columns."
        case .tooManyRows(let limit):
            "The file must have \(limit) rows or fewer. Split it into several files."
        case .tooManyColumns(let line, let limit):
            "Line \(line) must have \(limit) columns or fewer."
        case .fieldTooLong(let line, let column, let limit):
            "The value in line \(line), column \(column) must be \(limit) bytes or shorter."
        case .unterminatedQuote(let line, let column):
            """
            The quotation mark that opens line \(line), column \(column) is never closed. \
            Close it, or write the mark twice if it is part of the value.
            """
        case .textAfterQuote(let line, let column):
            """
            Line \(line), column \(column) has text after a closing quotation mark. \
            Write the mark twice if it is part of the value.
            """
        case .raggedRow(let line, let expected, let found):
            """
            Line \(line) must have \(expected) \(expected == 1 ? "value" : "values"), one for each heading. \
            It has \(found). Check for a missing or extra comma, or a value that needs quotation marks.
            """
        case .duplicateHeading(let heading, let columns):
            """
            The heading “\(heading)” must appear only once. It is in columns \
            \(columns.map(String.init).joined(separator: " and ")).
            """
        case .emptyHeading(let line, let column):
            "Column \(column) must have a heading, because line \(line) has a value in it."
        }
    }
}
