/// A conversation with a database inside one transaction (or one consistent read).
///
/// SQL is written once for both engines: parameters are `$1`, `$2`, ...; the order of NULLs is written out; names are folded before
/// they are stored. A session belongs to the closure that received it and must not leave it.
///
/// Every function throws ``StorageError``. After an error from the database a writing closure must let the error
/// pass: PostgreSQL accepts nothing more in that transaction.
public protocol SQLSession: AnyObject {
    /// The engine behind this session.
    var engine: DatabaseEngine { get }

    /// A new id from the database's ``IDGenerator``.
    func nextID() -> Int64

    /// Runs one statement and returns all its rows.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]

    /// Runs one statement that gives no rows; returns how many rows it inserted, updated or deleted.
    @discardableResult
    func change(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs one statement and hands over its rows one by one; an error from `body` stops the statement and is passed on.
    /// `body` must not use the session: on PostgreSQL the connection is busy with the rows.
    func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// Inserts rows by the engine's fastest way (SQLite: one prepared statement; PostgreSQL: COPY).
    ///
    /// - Parameter fill: appends one row's values and returns true, or returns false when there are no more rows.
    /// - Returns: the number of rows inserted.
    @discardableResult
    func bulkInsert(into table: String, columns: [String], fill: (inout BulkRow) throws -> Bool) throws -> Int

    /// Notes that a school's data changes in this write; its version is raised by one after it, before the commit.
    /// School 0 stands for what belongs to the whole installation.
    func noteChange(schoolID: Int64)

    /// The version of a school's data that this session sees, 0 before the first change; in a write without the change that it
    /// makes itself. School 0 is what belongs to the whole installation.
    func version(schoolID: Int64) throws -> Int64

    /// Whether writes run strictly one after the other, those of other processes too, each seeing all before it. Only then can
    /// something that is kept in memory be moved along from inside them.
    var isOnlyWriter: Bool { get }

    /// Notes what to do should this write not stay: it is done before any other write of this process begins.
    func ifTakenBack(_ body: @escaping @Sendable () -> Void)
}

extension SQLSession {
    /// Runs one statement without arguments.
    @discardableResult
    public func execute(_ sql: String) throws -> [SQLRow] { try execute(sql, []) }

    /// The first row of an answer, or nil when there is none.
    public func first(_ sql: String, _ arguments: [SQLValue]) throws -> SQLRow? { try execute(sql, arguments).first }

    /// Inserts a sequence of rows by the engine's fastest way; returns their number.
    @discardableResult
    public func bulkInsert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws -> Int {
        var iterator = rows.makeIterator()
        return try bulkInsert(into: table, columns: columns) { row in
            guard let values = iterator.next() else { return false }
            row.append(contentsOf: values)
            return true
        }
    }
}
