import CLibPQ
import Foundation
import Storage

/// Values from libpq's text results.
enum PostgresValue {
    /// One field of a result by the server's type of its column.
    static func read(_ result: OpaquePointer, row: Int32, column: Int32) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0, let text = PQgetvalue(result, row, column) else { return .null }
        let count = Int(PQgetlength(result, row, column))
        switch PQftype(result, column) {
        case 20, 21, 23: return .int(strtoll(text, nil, 10))
        case 16: return .int(text.pointee == CChar(UInt8(ascii: "t")) ? 1 : 0)
        case 1700:
            // The sum of whole numbers is a numeric.
            let string = string(text, count)
            return Int64(string).map { .int($0) } ?? .text(string)
        case 17: return .blob(bytes(text, count))
        default: return .text(string(text, count))
        }
    }

    private static func string(_ text: UnsafePointer<CChar>, _ count: Int) -> String {
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    /// Bytes in hexadecimal after `\x`.
    private static func bytes(_ text: UnsafePointer<CChar>, _ count: Int) -> [UInt8] {
        func digit(_ index: Int) -> UInt8 {
            let character = UInt8(bitPattern: text[index])
            return character <= 57 ? character &- 48 : character &- 87
        }
        return stride(from: 2, to: count - 1, by: 2).map { digit($0) << 4 | digit($0 + 1) }
    }
}
