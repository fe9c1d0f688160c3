import CLibPQ
import Storage

/// Rows on their way to the server by COPY, in its text format.
struct PostgresCopy {
    private let connection: PostgresConnection
    private let sql: String
    private let columns: Int
    private var buffer: [UInt8] = []
    private var rows = 0

    init(_ connection: PostgresConnection, table: String, columns: [String]) throws {
        self.connection = connection
        self.columns = columns.count
        sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
        buffer.reserveCapacity(80_000)
        let result = PQexec(connection.handle, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else { throw connection.failure(result) }
    }

    /// Adds one row.
    ///
    /// - Throws: ``StorageError/wrongArgumentCount(expected:given:sql:)``, or what the connection reports.
    mutating func write(_ values: [SQLValue]) throws {
        guard values.count == columns else {
            throw StorageError.wrongArgumentCount(expected: columns, given: values.count, sql: sql)
        }
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            switch value {
            case .null: buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
            case .int(let number): buffer.append(contentsOf: "\(number)".utf8)
            case .text(let text): append(escaped: text)
            case .blob(let bytes):
                buffer.append(contentsOf: "\\\\x".utf8)
                for byte in bytes {
                    buffer.append(Self.digits[Int(byte >> 4)])
                    buffer.append(Self.digits[Int(byte & 15)])
                }
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        rows += 1
        if buffer.count >= 65_536 { try flush() }
    }

    /// Ends the COPY; returns the number of rows.
    mutating func finish() throws -> Int {
        try flush()
        guard PQputCopyEnd(connection.handle, nil) == 1 else { throw connection.failure(nil) }
        try drain()
        return rows
    }

    /// Ends the COPY so that the server takes nothing of it.
    func giveUp() {
        PQputCopyEnd(connection.handle, "given up")
        while let rest = PQgetResult(connection.handle) { PQclear(rest) }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private mutating func append(escaped text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): buffer.append(contentsOf: [byte, byte])
            case UInt8(ascii: "\t"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case UInt8(ascii: "\n"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case UInt8(ascii: "\r"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            default: buffer.append(byte)
            }
        }
    }

    private mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        let sent = buffer.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                PQputCopyData(connection.handle, $0.baseAddress, Int32($0.count))
            }
        }
        buffer.removeAll(keepingCapacity: true)
        // The reason stands in the result that ends the COPY.
        guard sent == 1 else { return try drain() }
    }

    private func drain() throws {
        var failure: StorageError?
        while let result = PQgetResult(connection.handle) {
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_COPY_IN {
                PQputCopyEnd(connection.handle, "given up")
            } else if PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil {
                failure = connection.failure(result)
            }
        }
        if let failure { throw failure }
    }
}
