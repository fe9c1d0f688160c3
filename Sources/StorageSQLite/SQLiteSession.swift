import GRDB
import GRDBSQLite
import Storage

/// A conversation with one SQLite connection; lives on that connection's thread.
///
/// GRDB keeps the prepared statements; values are bound and read through SQLite itself, which costs a third of GRDB's rows.
final class SQLiteSession: SQLSession {
    private let connection: GRDB.Database
    private let ids: any IDGenerator
    /// What one write of a group has noted.
    private var changedSchools: Set<Int64> = []
    private var undoings: [@Sendable () -> Void] = []
    /// What the group's writes before it have noted.
    private var group = Group()

    private struct Group {
        /// How many writes changed each school.
        var writes: [Int64: Int64] = [:]
        /// The versions as they were stored when the group began.
        var stored: [Int64: Int64] = [:]
        var undoings: [@Sendable () -> Void] = []
    }

    private let isReading: Bool

    init(_ connection: GRDB.Database, ids: any IDGenerator, isReading: Bool = false) {
        self.connection = connection
        self.ids = ids
        self.isReading = isReading
    }

    var engine: DatabaseEngine { .sqlite }

    func nextID() -> Int64 { ids.next() }

    func noteChange(schoolID: Int64) { changedSchools.insert(schoolID) }

    func version(schoolID: Int64) throws -> Int64 {
        guard !isReading else { return try VersionStore(self).storedVersion(school: schoolID) }
        if group.stored[schoolID] == nil {
            group.stored[schoolID] = try VersionStore(self).storedVersion(school: schoolID)
        }
        return group.stored[schoolID, default: 0] + group.writes[schoolID, default: 0]
    }

    /// SQLite lets one connection write at a time, and the writer's transactions begin with the right to.
    var isOnlyWriter: Bool { !isReading }

    func ifTakenBack(_ body: @escaping @Sendable () -> Void) { undoings.append(body) }

    /// Ends one write of a group that stays if the group does.
    func keepWrite() {
        for school in changedSchools { group.writes[school, default: 0] += 1 }
        group.undoings += undoings
        changedSchools = []
        undoings = []
    }

    /// Ends one write of a group that was rolled back.
    func takeBackWrite() {
        for undo in undoings { undo() }
        changedSchools = []
        undoings = []
    }

    /// Raises the versions of the schools that the group's writes changed.
    func raiseVersions() throws { try VersionStore(self).raise(group.writes) }

    /// Ends a group that was committed, or rolled back whole.
    func endGroup(isCommitted: Bool) {
        takeBackWrite()
        if !isCommitted {
            for undo in group.undoings { undo() }
        }
        group = Group()
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try forEachRow(sql, arguments) { rows.append($0) }
        return rows
    }

    @discardableResult
    func change(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try forEachRow(sql, arguments) { _ in }
        guard let handle = connection.sqliteConnection else { throw StorageError.closed }
        return Int(sqlite3_changes64(handle))
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
        let cached = try statement(sql)
        defer { sqlite3_reset(cached.sqliteStatement) }
        guard sqlite3_step(cached.sqliteStatement) == SQLITE_DONE else {
            throw SQLiteFailure.current(of: cached.sqliteStatement)
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
