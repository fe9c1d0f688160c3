import Assessment
import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// A place for one test's data, which can be opened more than once: a temporary folder, or a schema of its own.
struct TestStore: Sendable {
    let engine: DatabaseEngine
    let folder: URL
    let schema: String
    let ids = SequentialIDs(startingAt: 1000)

    var path: String { folder.appendingPathComponent("data/leadline.sqlite").path }

    var url: String { (TestEngine.postgresURL ?? "") + "?schema=\(schema)" }

    func open() throws -> any Database {
        switch engine {
        case .sqlite: try SQLiteDatabase.open(path: path, ids: ids)
        case .postgres: try PostgresDatabase.open(url: url, ids: ids, connections: 4)
        }
    }

    /// Makes the place, opens it, runs the test, and clears everything away.
    static func with(_ engine: DatabaseEngine, _ test: (any Database, TestStore) async throws -> Void) async throws {
        guard engine == .postgres else { return try await run(engine, test) }
        await Slots.postgres.take()
        do {
            try await run(engine, test)
        } catch {
            await Slots.postgres.give()
            throw error
        }
        await Slots.postgres.give()
    }

    private static func run(
        _ engine: DatabaseEngine, _ test: (any Database, TestStore) async throws -> Void
    ) async throws {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        let store = TestStore(
            engine: engine, folder: FileManager.default.temporaryDirectory.appendingPathComponent(name), schema: name)
        try FileManager.default.createDirectory(at: store.folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: store.folder) }
        let database = try store.open()
        do {
            try await test(database, store)
        } catch {
            try await store.clear(database)
            throw error
        }
        try await store.clear(database)
    }

    private func clear(_ database: any Database) async throws {
        if engine == .postgres {
            let schema = schema
            // Through a connection of its own, as the test may have closed its database.
            let cleaner = try PostgresDatabase.open(url: TestEngine.postgresURL ?? "", connections: 1)
            try await cleaner.write { try $0.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
            try await cleaner.close()
        }
        try? await database.close()
    }
}
