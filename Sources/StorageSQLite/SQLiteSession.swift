import GRDB
import GRDBSQLite
import Storage

/// A conversation with one SQLite connection; lives on that connection's thread.
///
/// GRDB keeps the prepared statements; values are bound and read through SQLite itself, which costs a third of GRDB's rows.
final class SQLiteSession: SQLSession {
    private let connection: GRDB.Database
    private let ids: any IDGenerator
    /// The schools noted since the last ``takeChangedSchools()``.
    private var changedSchools: Set<Int64> = []

    init(_ connection: GRDB.Database, ids: any IDGenerator) {
        self.connection = connection
        self.ids = ids
    }

    var engine: DatabaseEngine { .sqlite }

    func nextID() -> Int64 { ids.next() }

    func noteChange(schoolID: Int64) { changedSchools.insert(schoolID) }

    /// The schools noted so far; they are forgotten here.
    func takeChangedSchools() -> Set<Int64> {
        defer { changedSchools = [] }
        return changedSchools
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(sql, arguments) { rows.append($0) }
        return rows
    }

    func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        let cached = try statement(sql)
        let statement = cached.sqliteStatement
        try bindNumbered(arguments, to: statement, sql)
        defer { sqlite3_reset(statement) }
        let columns = sqlite3_column_count(statement)
        var row = SQLRow([SQLValue](repeating: .null, count: Int(columns)))
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                // In place: memory and equal texts are used again unless `body` kept the row.
                for column in 0..<columns { SQLiteValue.read(statement, column, into: &row.values[Int(column)]) }
                try body(row)
            case SQLITE_DONE: return
            default: throw SQLiteFailure.current(of: statement)
            }
        }
    }

    @discardableResult
    func bulkInsert(into table: String, columns: [String], fill: (inout BulkRow) throws -> Bool) throws -> Int {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        let cached = try statement(sql)
        let statement = cached.sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        var row = BulkRow(columns: columns.count)
        var inserted = 0
        while try fill(&row) {
            guard row.values.count == columns.count else {
                throw StorageError.wrongArgumentCount(expected: columns.count, given: row.values.count, sql: sql)
            }
            for index in row.values.indices {
                try SQLiteValue.bind(row.values[index], to: statement, at: Int32(truncatingIfNeeded: index + 1))
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw SQLiteFailure.current(of: statement) }
            sqlite3_reset(statement)
            row.removeAll()
            inserted += 1
        }
        return inserted
    }

    /// Runs a statement that neither takes values nor gives rows, like `COMMIT`.
    func control(_ sql: String) throws {
        guard let handle = connection.sqliteConnection else { throw StorageError.closed }
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw SQLiteFailure.current(ofConnection: handle)
        }
    }

    /// Whether a transaction is open; SQLite ends it by itself after a full disk and the like.
    var isInTransaction: Bool { connection.isInsideTransaction }

    private func statement(_ sql: String) throws -> Statement {
        do {
            let cached = try connection.cachedStatement(sql: sql)
            guard sqlite3_stmt_busy(cached.sqliteStatement) != 0 else { return cached }
            return try connection.makeStatement(sql: sql)
        } catch {
            throw SQLiteFailure.translated(error)
        }
    }

    /// SQLite numbers `$1`, `$2`, ... by first appearance; the name says which argument is meant.
    private func bindNumbered(_ arguments: [SQLValue], to statement: OpaquePointer, _ sql: String) throws {
        let places = sqlite3_bind_parameter_count(statement)
        guard Int(places) == arguments.count else {
            throw StorageError.wrongArgumentCount(expected: Int(places), given: arguments.count, sql: sql)
        }
        guard places > 0 else { return }
        for place in 1...places {
            guard let number = SQLiteValue.parameterNumber(statement, place), arguments.indices.contains(number - 1)
            else { throw StorageError.wrongArgumentCount(expected: Int(places), given: arguments.count, sql: sql) }
            try SQLiteValue.bind(arguments[number - 1], to: statement, at: place)
        }
    }
}
