import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Testing

@Suite("Copies, durability and addresses")
struct BackupTests {
    private func put(_ database: any Database, _ value: String, pupil: Int64 = 1) async throws {
        try await database.write { session in
            _ = try ResultStore(session).put(
                try Sample.change(pupil, value), school: Sample.school, expectedRevision: nil, by: Sample.stamp)
        }
    }

    private func value(_ database: any Database, pupil: Int64 = 1) async throws -> String? {
        let cell = try Sample.cell(pupil)
        return try await database.read { try ResultStore($0).value(school: Sample.school, cell: cell)?.value }
    }

    @Test("A copy is whole, and restoring brings its state back while the database is open")
    func backupAndRestore() async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database)
            try await put(database, "38")
            let copy = store.folder.appendingPathComponent("copy.sqlite").path
            // when
            try await database.backup(to: copy)
            try await put(database, "40")
            let token = try database.changeToken()
            let version = try await database.read { try VersionStore($0).version(school: Sample.school) }
            try await database.restore(from: copy)
            // then
            #expect(try await value(database) == "38")
            #expect(try database.changeToken() != token)
            #expect(try await database.read { try VersionStore($0).version(school: Sample.school) } > version)
            #expect(try await database.integrityProblems().isEmpty)
            let permissions = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? NSNumber
            #expect(permissions?.intValue == 0o600)
            try await put(database, "41")
            #expect(try await value(database) == "41")
            await #expect(throws: StorageError.fileExists(path: copy)) { try await database.backup(to: copy) }
        }
    }

    @Test("A copy can be made while others write")
    func backupWhileWriting() async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database, pupils: 40)
            let copy = store.folder.appendingPathComponent("copy.sqlite").path
            // when
            try await withThrowingTaskGroup(of: Void.self) { group in
                for pupil in Int64(1)...40 { group.addTask { try await put(database, "5", pupil: pupil) } }
                group.addTask { try await database.backup(to: copy) }
                try await group.waitForAll()
            }
            // then
            let opened = try SQLiteDatabase.open(path: copy)
            #expect(try await opened.integrityProblems().isEmpty)
            let problems = try await opened.read { try LedgerAudit($0).problems(school: Sample.school) }
            #expect(problems.isEmpty)
            try await opened.close()
        }
    }

    @Test(
        "What is no whole copy is refused and changes nothing",
        arguments: ["missing", "text", "foreign", "newer", "cut"])
    func refusedCopies(kind: String) async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database)
            try await put(database, "38")
            let copy = store.folder.appendingPathComponent("copy.sqlite")
            switch kind {
            case "text": try Data(repeating: 65, count: 9000).write(to: copy)
            case "foreign": try Data().write(to: copy)
            case "newer":
                try await database.write { session in
                    try session.execute("INSERT INTO schema_migration (number, name, applied_at) VALUES (99, '', '')")
                }
                try await database.backup(to: copy.path)
                try await database.write { _ = try $0.execute("DELETE FROM schema_migration WHERE number = 99") }
            case "cut":
                try await database.backup(to: copy.path)
                let bytes = try Data(contentsOf: copy)
                try bytes.prefix(bytes.count / 2).write(to: copy)
            default: break
            }
            // then
            do {
                try await database.restore(from: copy.path)
                Issue.record("The file was restored.")
            } catch StorageError.newerDatabase(let found, _) {
                #expect(kind == "newer" && found == 99)
            } catch StorageError.notABackup(let path, let reason) {
                #expect(path == copy.path && kind != "newer" && !reason.isEmpty)
            }
            #expect(try await value(database) == "38")
        }
    }

    @Test("What was acknowledged stands in the files, as after a crash at that moment")
    func durability() async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database)
            let crashed = store.folder.appendingPathComponent("crashed")
            try FileManager.default.createDirectory(at: crashed, withIntermediateDirectories: true)
            let path = crashed.appendingPathComponent("leadline.sqlite").path
            // when
            for value in 1...20 { try await put(database, "\(value)") }
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: store.path + suffix, toPath: path + suffix)
            }
            // then
            let opened = try SQLiteDatabase.open(path: path)
            #expect(try await value(opened) == "20")
            #expect(try await opened.integrityProblems().isEmpty)
            try await opened.close()
        }
    }

    @Test("PostgreSQL leaves copies to its own tools and says which", arguments: TestEngine.postgres)
    func postgresTools(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            do {
                try await database.backup(to: "/nowhere")
                Issue.record("There was no error.")
            } catch StorageError.unsupported(let advice) {
                #expect(advice.contains("pg_dump"))
            }
            #expect(try await database.integrityProblems().isEmpty)
        }
    }

    @Test(
        "A wrong address says what is wrong and never shows the password",
        arguments: [
            "postgres://kim:sesame@127.0.0.1:1/leadline", "postgres://kim:sesame@127.0.0.1",
            "postgres://kim:sesame@127.0.0.1/leadline?schema=a-b",
            "postgres://kim:sesame@127.0.0.1/leadline?password=x",
            "mysql://kim:sesame@127.0.0.1/leadline",
        ])
    func addresses(url: String) throws {
        do {
            _ = try PostgresDatabase.open(url: url)
            Issue.record("The address was accepted.")
        } catch let error as StorageError {
            #expect(!error.message.contains("sesame"))
            #expect(!"\(error)".contains("sesame"))
        }
    }
}
