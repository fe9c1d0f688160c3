/// Splits delimited text into rows, byte by byte, wherever the pieces of it may end.
///
/// Follows RFC 4180, and takes CRLF, LF or CR as the end of a line. A quotation mark inside a field that does not begin
/// with one is an ordinary character (`5" ruler`).
struct RowScanner {
    private enum State {
        case fieldStart, plain, quoted, quoteInQuoted
    }

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let delimiter: UInt8
    private let limits: SpreadsheetLimits
    private var state = State.fieldStart
    private var row = RawRow()
    private var line = 1
    private var fieldStart = 0
    private var quoteLine = 0
    private var afterReturn = false

    init(delimiter: Delimiter, limits: SpreadsheetLimits) {
        self.delimiter = delimiter.rawValue
        self.limits = limits
        row.line = 1
    }

    /// Takes the next bytes and appends the rows that end in them to `rows`.
    mutating func scan(_ bytes: [UInt8], rows: inout [RawRow]) throws(SpreadsheetError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(SpreadsheetError) in
            try scan(bytes, rows: &rows)
        }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, rows: inout [RawRow]) throws(SpreadsheetError) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if afterReturn {
                afterReturn = false
                if byte == Self.lineFeed {
                    // The return ended the line already; inside quotes the pair belongs to the value.
                    if state == .quoted { try append(byte) }
                    index += 1
                    continue
                }
            }
            switch state {
            case .fieldStart, .plain:
                if state == .fieldStart, byte == Self.quote {
                    state = .quoted
                    quoteLine = line
                    index += 1
                } else if byte == delimiter {
                    try endField()
                    index += 1
                } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                    try endRow(&rows)
                    endLine(byte)
                    index += 1
                } else {
                    state = .plain
                    var end = index + 1
                    while end < bytes.count, !isSpecial(bytes[end]) { end += 1 }
                    try append(UnsafeBufferPointer(rebasing: bytes[index..<end]))
                    index = end
                }
            case .quoted:
                if byte == Self.quote {
                    state = .quoteInQuoted
                } else {
                    try append(byte)
                    if byte == Self.lineFeed || byte == Self.carriageReturn { endLine(byte) }
                }
                index += 1
            case .quoteInQuoted:
                if byte == Self.quote {
                    try append(byte)
                    state = .quoted
                } else if byte == delimiter {
                    try endField()
                } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                    try endRow(&rows)
                    endLine(byte)
                } else {
                    throw .textAfterQuote(line: line, column: row.ends.count + 1)
                }
                index += 1
            }
        }
    }

    /// Takes the end of the file: a last row without a line end still counts.
    mutating func finish(rows: inout [RawRow]) throws(SpreadsheetError) {
        if state == .quoted { throw .unterminatedQuote(line: quoteLine, column: row.ends.count + 1) }
        if state != .fieldStart || !row.ends.isEmpty { try endRow(&rows) }
    }

    private func isSpecial(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func endLine(_ byte: UInt8) {
        line += 1
        afterReturn = byte == Self.carriageReturn
        if state == .fieldStart { row.line = line }
    }

    private mutating func append(_ byte: UInt8) throws(SpreadsheetError) {
        row.bytes.append(byte)
        if row.bytes.count - fieldStart > limits.fieldBytes { throw tooLong }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
        row.bytes.append(contentsOf: bytes)
        if row.bytes.count - fieldStart > limits.fieldBytes { throw tooLong }
    }

    private var tooLong: SpreadsheetError {
        .fieldTooLong(line: row.line, column: row.ends.count + 1, limit: limits.fieldBytes)
    }

    private mutating func endField() throws(SpreadsheetError) {
        row.ends.append(row.bytes.count)
        fieldStart = row.bytes.count
        state = .fieldStart
        if row.ends.count > limits.columns { throw .tooManyColumns(line: row.line, limit: limits.columns) }
    }

    private mutating func endRow(_ rows: inout [RawRow]) throws(SpreadsheetError) {
        try endField()
        rows.append(row)
        row.bytes.removeAll(keepingCapacity: true)
        row.ends.removeAll(keepingCapacity: true)
        fieldStart = 0
    }
}
