import Foundation
import GRDB
import Storage

/// What has to be done to the files themselves.
enum SQLiteFile {
    /// Makes an empty file, readable by its owner only, and its folder; leaves a file alone that is there.
    /// SQLite gives its companion files the same permissions.
    static func create(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: folder) {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        guard file >= 0 else {
            throw StorageError.cannotOpen(location: path, reason: String(cString: strerror(errno)))
        }
        Foundation.close(file)
    }

    /// Makes sure that a file's bytes are on disk.
    static func flush(_ path: String) throws {
        let file = open(path, O_RDWR)
        guard file >= 0 else {
            throw StorageError.cannotOpen(location: path, reason: String(cString: strerror(errno)))
        }
        defer { Foundation.close(file) }
        guard fsync(file) == 0 else {
            throw StorageError.engine(code: "fsync", message: String(cString: strerror(errno)))
        }
    }

    /// Checks that a file is a whole copy of the program's data that this version can read.
    static func checkBackup(_ path: String) async throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageError.notABackup(path: path, reason: "There is no such file.")
        }
        do {
            let source = try DatabaseQueue(path: path, configuration: SQLiteDatabase.configuration(readonly: true))
            try await source.read { connection in
                let session = SQLiteSession(connection, ids: SequentialIDs())
                guard try SQLiteSchema.hasMigrationTable(session) else {
                    throw StorageError.notABackup(path: path, reason: "It holds no data of this program.")
                }
                let found = try session.first("SELECT max(number) FROM schema_migration", [])?.optionalInt(0) ?? 0
                guard found <= Migrator.newest else {
                    throw StorageError.newerDatabase(found: Int(found), known: Migrator.newest)
                }
                guard try session.execute("PRAGMA integrity_check").first?.text(0) == "ok" else {
                    throw StorageError.notABackup(path: path, reason: "It is damaged.")
                }
            }
            try source.close()
        } catch let error as DatabaseError {
            throw StorageError.notABackup(path: path, reason: (error.message ?? "It cannot be read") + ".")
        }
    }
}
