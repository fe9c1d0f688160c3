import Foundation
import GRDB
public import Storage

/// The embedded database: one SQLite file in WAL mode, several readers, one writer that commits in groups.
///
/// A write that returned is on disk (`synchronous=FULL`). Several processes may use the file at the same time.
public final class SQLiteDatabase: Storage.Database {
    public let location: String
    private let pool: DatabasePool
    private let queue: WriteQueue
    private let watch: ChangeWatch
    private let ids: any IDGenerator

    private init(path: String, pool: DatabasePool, watch: ChangeWatch, ids: any IDGenerator) {
        location = path
        self.pool = pool
        self.watch = watch
        self.ids = ids
        queue = WriteQueue(pool: pool, ids: ids)
    }

    /// Opens the file, making it and its folder (readable by their owner only) when they are not there, and brings its
    /// schema up to date.
    ///
    /// - Throws: ``StorageError/cannotOpen(location:reason:)``, ``StorageError/newerDatabase(found:known:)``.
    public static func open(path: String, ids: any IDGenerator = TimeOrderedIDs()) throws -> SQLiteDatabase {
        do {
            try SQLiteFile.create(path)
            let pool = try DatabasePool(path: path, configuration: configuration())
            try pool.writeWithoutTransaction { connection in
                try SQLiteSchema.migrate(SQLiteSession(connection, ids: ids))
                // GRDB sets NORMAL with WAL: there a power cut could take back acknowledged marks.
                try connection.execute(sql: "PRAGMA synchronous = FULL")
            }
            return SQLiteDatabase(path: path, pool: pool, watch: try ChangeWatch(path: path), ids: ids)
        } catch let error as StorageError {
            throw error
        } catch {
            throw StorageError.cannotOpen(
                location: path, reason: (error as? DatabaseError)?.message ?? error.localizedDescription)
        }
    }

    public var engine: DatabaseEngine { .sqlite }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        do {
            return try await pool.read { [ids] connection in
                try body(SQLiteSession(connection, ids: ids, isReading: true))
            }
        } catch {
            throw Self.translated(error)
        }
    }

    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { queue.add(WriteJob(body, $0)) }
    }

    public func changeToken() throws -> UInt64? { try watch.token() }

    public func versions(of schools: [Int64]) async throws -> [Int64: Int64] { try watch.versions(of: schools) }

    public func backup(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw StorageError.fileExists(path: path) }
        do {
            try SQLiteFile.create(path)
            let source = try DatabaseQueue(path: location, configuration: Self.configuration())
            try await source.writeWithoutTransaction { connection in
                // One read transaction, so the copy is consistent, and the writer goes on meanwhile.
                try connection.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
            try source.close()
            try SQLiteFile.flush(path)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw Self.translated(error)
        }
    }

    public func restore(from path: String) async throws {
        try await SQLiteFile.checkBackup(path)
        do {
            let source = try DatabaseQueue(path: path, configuration: Self.configuration(readonly: true))
            let target = try DatabaseQueue(path: location, configuration: Self.configuration())
            let versions = try await read { try VersionStore($0).all() }
            try source.backup(to: target)
            try await target.writeWithoutTransaction { [ids] connection in
                let session = SQLiteSession(connection, ids: ids)
                try SQLiteSchema.migrate(session)
                // No version comes twice with other data: what servers keep in memory is kept with it.
                try VersionStore(session).raise(versions.mapValues { $0 + 1 })
            }
            try source.close()
            try target.close()
        } catch {
            throw Self.translated(error)
        }
    }

    public func integrityProblems() async throws -> [String] {
        try await read { session in
            let pages = try session.execute("PRAGMA integrity_check").map { try $0.text(0) }.filter { $0 != "ok" }
            let references = try session.execute("PRAGMA foreign_key_check").map { row in
                "A row of \(try row.text(0)) refers to a row of \(try row.text(2)) that does not exist."
            }
            return pages + references
        }
    }

    public func close() async throws {
        queue.close()
        watch.close()
        do {
            // What waits is written first, as the writer takes its work in order.
            try await pool.writeWithoutTransaction { _ in }
            try pool.close()
        } catch {
            throw Self.translated(error)
        }
    }

    static func configuration(readonly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA foreign_keys = ON")
            try connection.execute(sql: "PRAGMA cache_size = -32768")
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
            // 32 MB of log before it is folded into the file: folding flushes the disk twice while the writer waits.
            try connection.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
        }
        return configuration
    }

    private static func translated(_ error: any Error) -> any Error {
        // GRDB answers a use after close with SQLITE_MISUSE.
        if let failure = error as? DatabaseError, failure.resultCode == .SQLITE_MISUSE { return StorageError.closed }
        return SQLiteFailure.translated(error)
    }
}
