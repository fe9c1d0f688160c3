import Foundation
public import Storage

/// A PostgreSQL database that several servers may share.
///
/// Writes are serialisable transactions: one that loses against another is run again. Reads see one snapshot.
public final class PostgresDatabase: Database {
    public let location: String
    private let workers: PostgresWorkers
    private let ids: any IDGenerator
    /// Held while a transaction is run again, so that the losers do not fight one another.
    private let retrying = NSLock()

    private init(_ address: PostgresAddress, connections: Int, ids: any IDGenerator) {
        location = address.location
        workers = PostgresWorkers(address, maximum: connections)
        self.ids = ids
    }

    deinit { workers.close() }

    /// Connects and brings the schema up to date; waits for the server.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:5432/name`, with `?sslmode=..`, `schema=..` and the like.
    ///   - connections: how many transactions run at a time, at most; each has a connection and a thread.
    /// - Throws: ``StorageError/badAddress(reason:)``, ``StorageError/cannotOpen(location:reason:)``,
    ///   ``StorageError/newerDatabase(found:known:)``.
    public static func open(url: String, ids: any IDGenerator = TimeOrderedIDs(), connections: Int = 6) throws
        -> PostgresDatabase
    {
        let address = try PostgresAddress(url)
        try PostgresSchema.migrate(PostgresConnection(address), ids: ids)
        return PostgresDatabase(address, connections: connections, ids: ids)
    }

    public var engine: DatabaseEngine { .postgres }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await onConnection { [ids] connection in
            try Self.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", connection) {
                try body(PostgresSession(connection, ids: ids))
            }
        }
    }

    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T {
        try await onConnection { [self] connection in
            for attempt in 0..<Self.attempts {
                if attempt > 0 {
                    retrying.lock()
                    // Another server's losers are beyond the lock.
                    if attempt > 2 { Thread.sleep(forTimeInterval: Double.random(in: 0...0.01) * Double(attempt)) }
                }
                defer { if attempt > 0 { retrying.unlock() } }
                let session = PostgresSession(connection, ids: ids)
                do {
                    return try Self.transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", connection) {
                        let result = try body(session)
                        try VersionStore(session).raise(
                            Dictionary(uniqueKeysWithValues: session.changedSchools.map { ($0, 1) }))
                        return result
                    }
                } catch {
                    session.takeBack()
                    guard connection.wantsRetry else { throw error }
                }
            }
            throw StorageError.tooManyRetries(attempts: Self.attempts)
        }
    }

    /// Always nil: ask ``VersionStore`` instead.
    public func changeToken() throws -> UInt64? { nil }

    public func versions(of schools: [Int64]) async throws -> [Int64: Int64] {
        try await read { session in
            let store = VersionStore(session)
            var versions: [Int64: Int64] = [:]
            for school in schools { versions[school] = try store.version(school: school) }
            return versions
        }
    }

    public func backup(to path: String) async throws {
        throw StorageError.unsupported("This data is in PostgreSQL. Make a copy of it with pg_dump.")
    }

    public func restore(from path: String) async throws {
        throw StorageError.unsupported("This data is in PostgreSQL. Bring a copy of it back with pg_restore.")
    }

    /// PostgreSQL checks its pages itself (`pg_amcheck`); what can be asked here is whether the schema is the known one.
    public func integrityProblems() async throws -> [String] {
        try await read { session in
            let number = try session.first("SELECT max(number) FROM schema_migration", [])?.optionalInt(0) ?? 0
            guard number != Migrator.newest else { return [] }
            return ["The schema is number \(number) but must be \(Migrator.newest)."]
        }
    }

    public func close() async throws {
        workers.close()
        await workers.end()
    }

    private static let attempts = 40

    /// Runs `body` on a worker's thread.
    private func onConnection<T: Sendable>(_ body: @escaping @Sendable (PostgresConnection) throws -> T) async throws
        -> T
    {
        try await withCheckedThrowingContinuation { continuation in
            workers.add { connection in
                continuation.resume(with: Result { try body(connection.get()) })
            }
        }
    }

    private static func transaction<T>(_ begin: String, _ connection: PostgresConnection, _ body: () throws -> T) throws
        -> T
    {
        try connection.beginTransaction(begin)
        do {
            let result = try body()
            // After an error that the closure swallowed, the server answers COMMIT by rolling back.
            guard try connection.control("COMMIT") == "COMMIT" else {
                throw connection.firstError
                    ?? StorageError.engine(code: "PostgreSQL", message: "the transaction was rolled back")
            }
            return result
        } catch {
            connection.rollback()
            throw error
        }
    }
}
