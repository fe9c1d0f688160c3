import Foundation
import Storage

/// Brings one file's schema up to date.
enum SQLiteSchema {
    /// Runs the missing steps, each in a transaction that holds off every other process.
    static func migrate(_ session: SQLiteSession) throws {
        var isMissing = true
        while isMissing {
            try session.control("BEGIN IMMEDIATE")
            do {
                isMissing = try Migrator.runNext(
                    in: session, tableExists: try hasMigrationTable(session), at: TimestampText.text(Date()))
                try session.control("COMMIT")
            } catch {
                if session.isInTransaction { try session.control("ROLLBACK") }
                throw error
            }
        }
    }

    static func hasMigrationTable(_ session: SQLiteSession) throws -> Bool {
        try session.first(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'", []) != nil
    }
}
