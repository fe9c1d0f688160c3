import Foundation
import Storage

/// Brings one database's schema up to date.
enum PostgresSchema {
    /// Runs the missing steps, each in a transaction that holds off every other process.
    static func migrate(_ connection: PostgresConnection, ids: any IDGenerator) throws {
        let session = PostgresSession(connection, ids: ids)
        var isMissing = true
        while isMissing {
            // Read committed, so that what another process did while this one waited for the lock is seen.
            try connection.beginTransaction("BEGIN ISOLATION LEVEL READ COMMITTED")
            do {
                try session.execute("SELECT pg_advisory_xact_lock(1279345740)", [])
                if let schema = connection.address.schema {
                    try session.execute("CREATE SCHEMA IF NOT EXISTS \(schema)", [])
                }
                let exists = try session.first("SELECT to_regclass('schema_migration') IS NOT NULL", [])?.bool(0)
                isMissing = try Migrator.runNext(
                    in: session, tableExists: exists ?? false, at: TimestampText.text(Date()))
                try connection.control("COMMIT")
            } catch {
                connection.rollback()
                throw error
            }
        }
    }
}
