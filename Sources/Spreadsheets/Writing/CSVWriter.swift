/// Writes rows as CSV: UTF-8, commas, CRLF, quotation marks where they are needed (RFC 4180).
///
/// Bytes go to a sink in pieces of about 64 kB; call ``finish()`` at the end. Not for use from two tasks at once.
public struct CSVWriter: ~Copyable {
    /// Takes the next bytes of the file.
    public typealias Sink = ([UInt8]) throws -> Void

    private static let pieceSize = 65_536
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let sink: Sink
    private let encoder: CSVFieldEncoder
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - byteOrderMark: begins the file with EF BB BF, without which Excel reads UTF-8 as Windows-1252.
    ///   - guardFormulas: puts an apostrophe before text that a spreadsheet program would run as a formula (OWASP, "CSV
    ///     injection"). Numbers with a sign stay as they are. Turn it off only for files that programs read.
    ///   - sink: takes the bytes; what it throws comes out of the writing call.
    public init(byteOrderMark: Bool = false, guardFormulas: Bool = true, sink: @escaping Sink) {
        self.sink = sink
        self.encoder = CSVFieldEncoder(guardFormulas: guardFormulas)
        if byteOrderMark { buffer = Self.byteOrderMark }
    }

    /// Writes one row.
    public mutating func write(_ fields: [String]) throws {
        encoder.appendRow(fields, to: &buffer)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Hands over what is still held back. The file is complete only after this call.
    public mutating func finish() throws {
        if !buffer.isEmpty { try flush() }
    }

    /// The whole file in memory; parameters as for ``init(byteOrderMark:guardFormulas:sink:)``.
    public static func bytes(
        headings: [String], rows: some Sequence<[String]>, byteOrderMark: Bool = false, guardFormulas: Bool = true
    ) -> [UInt8] {
        let encoder = CSVFieldEncoder(guardFormulas: guardFormulas)
        var bytes = byteOrderMark ? Self.byteOrderMark : []
        encoder.appendRow(headings, to: &bytes)
        for row in rows { encoder.appendRow(row, to: &bytes) }
        return bytes
    }

    private mutating func flush() throws {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
