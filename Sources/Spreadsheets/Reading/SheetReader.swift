public import TextFiles

/// Reads a delimited text file row by row, in memory bounded by the limits and not by the file.
///
/// ```swift
/// var reader = try SheetReader(TextInput(path: path))
/// while let row = try reader.next() { ... }
/// ```
/// The headings are read when the reader is made. Rows come in the file's order; an error makes the whole file
/// unusable, so keep what you took from it until ``next()`` has returned nil. Not for use from two tasks at once.
public struct SheetReader: ~Copyable {
    public let encoding: TextEncoding
    public let delimiter: Delimiter
    /// The headings without surrounding blanks; empty text for a column without one.
    public let headings: [String]
    /// The line of the file, from 1, on which the headings stand.
    public let headingLine: Int
    /// What should be looked at; complete when ``next()`` has returned nil.
    public private(set) var warnings: [SpreadsheetWarning] = []
    /// The rows set aside; complete when ``next()`` has returned nil.
    public private(set) var raggedRows: [RaggedRow] = []

    private var source: RowSource
    private let rule: RaggedRowRule
    private let limits: SpreadsheetLimits
    private var blankLines: [Int] = []
    private var rowCount = 0

    /// Opens a file and reads its headings.
    ///
    /// - Parameters:
    ///   - input: the file or the bytes.
    ///   - limits: the largest file to accept.
    ///   - raggedRows: what to do with rows that have more or fewer fields than there are headings.
    public init(
        _ input: TextInput, limits: SpreadsheetLimits = SpreadsheetLimits(), raggedRows rule: RaggedRowRule = .refuse
    ) throws(SpreadsheetError) {
        try self.init(input, limits: limits, raggedRows: rule, chunkSize: 131_072)
    }

    init(
        _ input: TextInput, limits: SpreadsheetLimits, raggedRows rule: RaggedRowRule, chunkSize: Int
    ) throws(SpreadsheetError) {
        let facts: TextFacts
        do { facts = try input.recognise(maximumBytes: limits.bytes) } catch { throw .unreadable(error) }
        var source = try RowSource(input, facts: facts, limits: limits, chunkSize: chunkSize)
        var first = try source.next()
        while let row = first, row.isBlank { first = try source.next() }
        guard let first else { throw .noHeadings }

        self.headings = try Self.headings(first)
        self.headingLine = first.line
        self.encoding = facts.encoding
        self.delimiter = source.delimiter
        self.source = source
        self.rule = rule
        self.limits = limits
        if facts.encoding == .windows1252 { warnings.append(.readAsWindows1252) }
    }

    /// The next row, or nil at the end of the file.
    public mutating func next() throws(SpreadsheetError) -> SheetRow? {
        while let row = try source.next() {
            if row.isBlank {
                // Blank lines at the end are no loss; one between rows is worth saying.
                if blankLines.count < 100 { blankLines.append(row.line) }
                continue
            }
            warnings.append(contentsOf: blankLines.map { .blankRow(line: $0) })
            blankLines.removeAll()
            rowCount += 1
            if rowCount > limits.rows { throw .tooManyRows(limit: limits.rows) }
            guard row.ends.count == headings.count else {
                guard rule == .setAside else {
                    throw .raggedRow(line: row.line, expected: headings.count, found: row.ends.count)
                }
                raggedRows.append(RaggedRow(line: row.line, expected: headings.count, fields: row.fields()))
                continue
            }
            for (index, heading) in headings.enumerated() where heading.isEmpty {
                if !row.isBlank(index) {
                    throw .emptyHeading(line: row.line, column: index + 1)
                }
            }
            return SheetRow(line: row.line, fields: row.fields())
        }
        return nil
    }

    private static func headings(_ row: RawRow) throws(SpreadsheetError) -> [String] {
        let headings = row.fields().map(Blanks.trimmed)
        var columns: [String: [Int]] = [:]
        for (index, heading) in headings.enumerated() where !heading.isEmpty {
            columns[heading, default: []].append(index + 1)
        }
        for heading in headings {
            if let places = columns[heading], places.count > 1 {
                throw .duplicateHeading(heading: heading, columns: places)
            }
        }
        return headings
    }
}
