import GRDBSQLite
import Storage
import Synchronization

/// Asks SQLite whether anyone committed since: a connection of its own that never writes, so every commit of this and of
/// other processes is another's to it.
final class ChangeWatch: Sendable {
    /// Only the lock's holder touches the connection.
    private struct Handle: @unchecked Sendable {
        var connection: OpaquePointer?
        var statement: OpaquePointer?
        var version: OpaquePointer?
    }

    private let handle: Mutex<Handle>

    /// - Throws: ``StorageError/cannotOpen(location:reason:)``.
    init(path: String) throws {
        var handle = Handle()
        guard sqlite3_open_v2(path, &handle.connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
            sqlite3_busy_timeout(handle.connection, 10_000) == SQLITE_OK,
            sqlite3_prepare_v2(handle.connection, "PRAGMA data_version", -1, &handle.statement, nil) == SQLITE_OK,
            sqlite3_prepare_v2(
                handle.connection, "SELECT version FROM school_version WHERE school_id = ?", -1, &handle.version, nil)
                == SQLITE_OK
        else {
            defer { Self.close(&handle) }
            throw StorageError.cannotOpen(location: path, reason: String(cString: sqlite3_errmsg(handle.connection)))
        }
        self.handle = Mutex(handle)
    }

    deinit { close() }

    /// The number that changes with every commit.
    func token() throws -> UInt64 {
        try handle.withLock { handle in
            guard let statement = handle.statement else { throw StorageError.closed }
            defer { sqlite3_reset(statement) }
            guard sqlite3_step(statement) == SQLITE_ROW else { throw SQLiteFailure.current(of: statement) }
            return UInt64(bitPattern: sqlite3_column_int64(statement, 0))
        }
    }

    /// The versions of these schools, 0 for one that never changed. A keyed read each, a few microseconds.
    func versions(of schools: [Int64]) throws -> [Int64: Int64] {
        try handle.withLock { handle in
            guard let statement = handle.version else { throw StorageError.closed }
            defer { sqlite3_reset(statement) }
            var versions: [Int64: Int64] = [:]
            for school in schools {
                sqlite3_reset(statement)
                sqlite3_bind_int64(statement, 1, school)
                switch sqlite3_step(statement) {
                case SQLITE_ROW: versions[school] = sqlite3_column_int64(statement, 0)
                case SQLITE_DONE: versions[school] = 0
                default: throw SQLiteFailure.current(of: statement)
                }
            }
            return versions
        }
    }

    func close() { handle.withLock { Self.close(&$0) } }

    private static func close(_ handle: inout Handle) {
        sqlite3_finalize(handle.statement)
        sqlite3_finalize(handle.version)
        sqlite3_close_v2(handle.connection)
        handle = Handle()
    }
}
