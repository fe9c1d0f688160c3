import GRDB
import GRDBSQLite
import Storage

/// SQLite's error codes in the program's words.
enum SQLiteFailure {
    /// The error that a statement's connection reports.
    static func current(of statement: OpaquePointer) -> StorageError {
        guard let connection = sqlite3_db_handle(statement) else {
            return .engine(code: "SQLite", message: "the statement has no connection")
        }
        return current(ofConnection: connection)
    }

    /// The error that a connection reports.
    static func current(ofConnection connection: OpaquePointer) -> StorageError {
        error(
            code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)))
    }

    /// GRDB's errors as ``StorageError``; any other error as it is.
    static func translated(_ error: any Error) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        return self.error(code: failure.extendedResultCode.rawValue, message: failure.message ?? "unknown error")
    }

    private static func error(code: Int32, message: String) -> StorageError {
        let detail = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        if let table = message.split(separator: "append-only:", omittingEmptySubsequences: false).dropFirst().first {
            return .appendOnly(table: String(table))
        }
        return switch code {
        case SQLITE_CONSTRAINT | 8 << 8, SQLITE_CONSTRAINT | 6 << 8: .duplicate(constraint: detail)
        case SQLITE_CONSTRAINT | 3 << 8: .brokenReference(detail: detail)
        case SQLITE_BUSY, SQLITE_BUSY | 2 << 8, SQLITE_LOCKED: .busy
        default: .engine(code: "SQLite \(code)", message: message)
        }
    }
}
