import CLibPQ
import Storage

/// A conversation with one PostgreSQL connection inside one transaction.
final class PostgresSession: SQLSession {
    private let connection: PostgresConnection
    private let ids: any IDGenerator
    /// The schools noted in this transaction.
    private(set) var changedSchools: Set<Int64> = []
    private var undoings: [@Sendable () -> Void] = []

    init(_ connection: PostgresConnection, ids: any IDGenerator) {
        self.connection = connection
        self.ids = ids
    }

    var engine: DatabaseEngine { .postgres }

    func nextID() -> Int64 { ids.next() }

    func noteChange(schoolID: Int64) { changedSchools.insert(schoolID) }

    func version(schoolID: Int64) throws -> Int64 { try VersionStore(self).storedVersion(school: schoolID) }

    /// Several connections write at the same time, and which of them stays is known at the commit.
    var isOnlyWriter: Bool { false }

    func ifTakenBack(_ body: @escaping @Sendable () -> Void) { undoings.append(body) }

    /// Does what was noted for a transaction that was rolled back.
    func takeBack() { for undo in undoings { undo() } }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try connection.run(sql, arguments) { result in
            let columns = PQnfields(result)
            rows.reserveCapacity(Int(PQntuples(result)))
            for row in 0..<PQntuples(result) {
                rows.append(SQLRow((0..<columns).map { PostgresValue.read(result, row: row, column: $0) }))
            }
        }
        return rows
    }

    @discardableResult
    func change(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        var count = 0
        try connection.run(sql, arguments) { count = Int(String(cString: PQcmdTuples($0))) ?? 0 }
        return count
    }

    func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        var row = SQLRow([])
        try connection.stream(sql, arguments) { result in
            row.values.removeAll(keepingCapacity: true)
            for column in 0..<PQnfields(result) {
                row.values.append(PostgresValue.read(result, row: 0, column: column))
            }
            try body(row)
        }
    }

    @discardableResult
    func bulkInsert(into table: String, columns: [String], fill: (inout BulkRow) throws -> Bool) throws -> Int {
        // A COPY has a price of its own and cannot be given up cheaply: ask for the first row before.
        var row = BulkRow(columns: columns.count)
        guard try fill(&row) else { return 0 }
        var copy = try PostgresCopy(connection, table: table, columns: columns)
        do {
            repeat {
                try copy.write(row.values)
                row.removeAll()
            } while try fill(&row)
        } catch {
            copy.giveUp()
            throw error
        }
        return try copy.finish()
    }
}
