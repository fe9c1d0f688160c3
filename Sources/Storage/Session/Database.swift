/// A store of the program's data: reads and writes, each in a transaction of its own.
///
/// Safe to use from many tasks at once. The closures run on threads of the engine, never on the Swift concurrency pool.
public protocol Database: Sendable {
    /// The engine behind this database.
    var engine: DatabaseEngine { get }

    /// Where the data is, for people: a path, or a URL without its password.
    var location: String { get }

    /// Reads from one consistent snapshot.
    ///
    /// - Throws: what `body` throws, or ``StorageError``.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T

    /// Runs `body` as a transaction and returns once it is durable; when `body` throws, nothing stays.
    ///
    /// `body` may run more than once (PostgreSQL repeats a transaction that lost against another), so it must have no
    /// effect outside its session.
    /// - Throws: what `body` throws, or ``StorageError``.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> T) async throws -> T

    /// A value that is different after anyone, in this or another process, committed a change; nil when the engine has no
    /// such token and the caller must ask for versions instead. Takes a few microseconds on SQLite.
    func changeToken() throws -> UInt64?

    /// The versions of these schools (0: the installation) as now committed, 0 for one that never changed.
    ///
    /// Asked with every request: SQLite answers in microseconds on a connection kept for it.
    func versions(of schools: [Int64]) async throws -> [Int64: Int64]

    /// Writes a consistent copy of the data to a new file while others go on reading and writing.
    ///
    /// - Throws: ``StorageError/fileExists(path:)`` when the file is there already,
    ///   ``StorageError/unsupported(_:)`` on PostgreSQL, whose own tools do it.
    func backup(to path: String) async throws

    /// Replaces all data by that of a copy that ``backup(to:)`` wrote, in one transaction, and brings its schema up to date.
    ///
    /// - Throws: ``StorageError/notABackup(path:reason:)``, ``StorageError/newerDatabase(found:known:)`` before anything
    ///   is changed; ``StorageError/unsupported(_:)`` on PostgreSQL.
    func restore(from path: String) async throws

    /// What the engine itself finds wrong with the stored data, in words; empty when all is well. Reads everything.
    func integrityProblems() async throws -> [String]

    /// Ends all work and closes every connection; later calls throw ``StorageError/closed``.
    func close() async throws
}
