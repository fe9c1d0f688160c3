/// Brings a database to the schema that this version of the program knows.
public enum Migrator {
    /// The number of the newest step that this version knows.
    public static var newest: Int { Migration.all.last?.number ?? 0 }

    /// Runs the next missing step inside the caller's transaction, which must hold off every other migrating process.
    ///
    /// - Parameter tableExists: whether `schema_migration` is there.
    /// - Returns: true when a step was run, false when the schema is up to date.
    /// - Throws: ``StorageError/newerDatabase(found:known:)`` before anything is changed.
    public static func runNext(in session: any SQLSession, tableExists: Bool, at time: String) throws -> Bool {
        var done = 0
        if tableExists {
            done = Int(try session.first("SELECT max(number) FROM schema_migration", [])?.optionalInt(0) ?? 0)
        } else {
            try session.execute(
                "CREATE TABLE schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
            )
        }
        guard done <= newest else { throw StorageError.newerDatabase(found: done, known: newest) }
        guard let next = Migration.all.first(where: { $0.number > done }) else { return false }
        for statement in next.statements(for: session.engine) { try session.execute(statement) }
        try session.execute(
            "INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3)",
            [.int(Int64(next.number)), .text(next.name), .text(time)])
        return true
    }
}
