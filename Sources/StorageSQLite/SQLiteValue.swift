import GRDBSQLite
import Storage

/// Values to and from SQLite's own statements.
enum SQLiteValue {
    /// SQLite copies the bytes before the call returns (the C macro SQLITE_TRANSIENT, which Swift cannot import).
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    static func bind(_ value: SQLValue, to statement: OpaquePointer, at place: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .int(let number): sqlite3_bind_int64(statement, place, number)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) { characters in
                        // A null pointer would bind NULL; the empty string has no bytes to point to.
                        characters.isEmpty
                            ? sqlite3_bind_text(statement, place, "", 0, copied)
                            : sqlite3_bind_text64(
                                statement, place, characters.baseAddress, UInt64(characters.count), copied,
                                UInt8(SQLITE_UTF8))
                    }
                }
            case .blob(let bytes):
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, place, 0)
                    : bytes.withUnsafeBytes {
                        sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), copied)
                    }
            }
        guard code == SQLITE_OK else { throw SQLiteFailure.current(of: statement) }
    }

    /// Replaces `value` by a column of the current row. A text that is the same as in the row before stays what it is: authors, times
    /// and codes repeat from row to row, and making a string costs more than comparing one.
    static func read(_ statement: OpaquePointer, _ column: Int32, into value: inout SQLValue) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: value = .int(sqlite3_column_int64(statement, column))
        case SQLITE_NULL: value = .null
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(statement, column))
            guard count > 0, let bytes = sqlite3_column_blob(statement, column) else { return value = .blob([]) }
            value = .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
        default:
            // Real numbers come as text too; the schema has none.
            guard let start = sqlite3_column_text(statement, column) else { return value = .text("") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            if case .text(let text) = value, isSame(text, bytes) { return }
            value = .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.utf8.count == bytes.count
            && text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? false
    }

    /// The number in a parameter's name `$12`; nil for any other name.
    static func parameterNumber(_ statement: OpaquePointer, _ place: Int32) -> Int? {
        guard var name = sqlite3_bind_parameter_name(statement, place), name.pointee == CChar(UInt8(ascii: "$")) else {
            return nil
        }
        var number = 0
        name += 1
        while name.pointee != 0 {
            let digit = Int(name.pointee) - 48
            guard (0...9).contains(digit), number < 100_000 else { return nil }
            number = number * 10 + digit
            name += 1
        }
        return number
    }
}
