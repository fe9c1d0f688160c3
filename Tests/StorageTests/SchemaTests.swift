import Assessment
import Foundation
import Storage
import StorageSQLite
import Testing

@Suite("Schema and files")
struct SchemaTests {
    @Test("Opening again runs no step twice", arguments: TestEngine.all)
    func idempotent(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given
            try await Sample.fill(database)
            // when
            let again = try store.open()
            // then
            let steps = try await again.read { session in
                try session.execute("SELECT number FROM schema_migration ORDER BY number").map { try $0.int(0) }
            }
            #expect(steps == (1...Int64(Migrator.newest)).map { $0 })
            let schools = try await again.read { try SchoolStore($0).all() }
            #expect(schools.count == 2)
            try await again.close()
        }
    }

    @Test("Eight that open a new database at once run each step once", arguments: TestEngine.all)
    func concurrent(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { _, store in
            // given
            let fresh = TestStore(
                engine: engine, folder: store.folder.appendingPathComponent("fresh"), schema: store.schema + "x")
            // when
            let databases = try await withThrowingTaskGroup(of: (any Database).self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await withCheckedThrowingContinuation { continuation in
                            Thread { continuation.resume(with: Result { try fresh.open() }) }.start()
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // then
            for database in databases {
                let steps = try await database.read { try $0.execute("SELECT number FROM schema_migration").count }
                #expect(steps == Migrator.newest)
            }
            if engine == .postgres {
                try await databases[0].write { try $0.execute("DROP SCHEMA \(fresh.schema) CASCADE") }
            }
            for database in databases { try await database.close() }
        }
    }

    @Test("Data of a newer version is refused and left as it is", arguments: TestEngine.all)
    func newer(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given
            try await database.write { session in
                try session.execute("INSERT INTO schema_migration (number, name, applied_at) VALUES (99, 'later', '')")
            }
            // then
            #expect(throws: StorageError.newerDatabase(found: 99, known: Migrator.newest)) { try store.open() }
            let message = StorageError.newerDatabase(found: 99, known: 1).message
            #expect(message.contains("newer version") && message.contains("99"))
        }
    }

    @Test(
        "The ledgers take neither changes nor deletions", arguments: TestEngine.all,
        [
            "UPDATE result_ledger SET new_value = '40'", "DELETE FROM result_ledger",
            "UPDATE pupil_ledger SET after_json = NULL", "DELETE FROM pupil_ledger",
        ])
    func appendOnly(engine: DatabaseEngine, sql: String) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            try await database.write { session in
                _ = try ResultStore(session).put(
                    try Sample.change(1, "38"), school: Sample.school, expectedRevision: 0, by: Sample.stamp)
            }
            // then
            let table = sql.contains("result_ledger") ? "result_ledger" : "pupil_ledger"
            await #expect(throws: StorageError.appendOnly(table: table)) {
                try await database.write { _ = try $0.execute(sql) }
            }
        }
    }

    @Test("The files are readable by their owner only")
    func permissions() async throws {
        try await TestStore.with(.sqlite) { database, store in
            try await Sample.fill(database)
            for file in [store.path, store.path + "-wal", store.path + "-shm"] {
                let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
                #expect(permissions?.intValue == 0o600, "\(file)")
            }
        }
    }

    @Test("A file that is no database is refused with its path")
    func notADatabase() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).sqlite").path
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            _ = try SQLiteDatabase.open(path: path)
            Issue.record("The file was accepted.")
        } catch StorageError.cannotOpen(let location, _) {
            #expect(location == path)
        }
    }

    @Test("The versions asked with every request are those that are committed", arguments: TestEngine.all)
    func versions(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let before = try await database.versions(of: [0, 1, 999])
            // when
            try await database.write { $0.noteChange(schoolID: 1) }
            // then
            let after = try await database.versions(of: [0, 1, 999])
            #expect(after[1] == (before[1] ?? 0) + 1)
            #expect(after[0] == before[0])
            #expect(after[999] == 0)
            #expect(try await database.read { try VersionStore($0).version(school: 1) } == after[1])
        }
    }

    @Test("The token changes when this or another connection commits, and only then")
    func changeToken() async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database)
            let other = try store.open()
            var tokens = [try database.changeToken(), try database.changeToken()]
            // when
            _ = try await database.read { try SchoolStore($0).all() }
            tokens.append(try database.changeToken())
            try await database.write { $0.noteChange(schoolID: 1) }
            tokens.append(try database.changeToken())
            try await other.write { $0.noteChange(schoolID: 1) }
            tokens.append(try database.changeToken())
            // then
            #expect(tokens[0] == tokens[1] && tokens[1] == tokens[2])
            #expect(tokens[3] != tokens[2])
            #expect(tokens[4] != tokens[3])
            try await other.close()
        }
    }

    @Test("PostgreSQL has no token", arguments: TestEngine.postgres)
    func noToken(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            let token = try database.changeToken()
            #expect(token == nil)
        }
    }

    @Test("Two connections to one file write by turns")
    func twoWriters() async throws {
        try await TestStore.with(.sqlite) { database, store in
            // given
            try await Sample.fill(database, pupils: 60)
            let other = try store.open()
            // when
            try await withThrowingTaskGroup(of: Void.self) { group in
                for pupil in Int64(1)...60 {
                    let writer = pupil % 2 == 0 ? database : other
                    group.addTask {
                        try await writer.write { session in
                            _ = try ResultStore(session).put(
                                try Sample.change(pupil, "5"), school: Sample.school, expectedRevision: 0,
                                by: Sample.stamp)
                        }
                    }
                }
                try await group.waitForAll()
            }
            // then
            let count = try await database.read { session in
                try ResultStore(session).facts(school: Sample.school, year: try Sample.year(), assessment: .ks2).count
            }
            #expect(count == 60)
            try await other.close()
        }
    }
}
