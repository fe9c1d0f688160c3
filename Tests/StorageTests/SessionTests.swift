import Storage
import Testing

@Suite("Sessions: both engines give the same answers")
struct SessionTests {
    private static let nastyTexts = [
        "", " ", "a\tb", "a\nb\r\nc", "back\\slash", "\\N", "\\.", "quote'\"", "Zoë Ó’Brien-Łuczak", "🎓", "$1", "%_",
    ]

    @Test("Every kind of value comes back as it went in", arguments: TestEngine.all)
    func roundTrip(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let values: [SQLValue] = [.int(.min), .int(.max), .int(0), .null]
            // when
            let row = try await database.read { session in
                try session.first(
                    "SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS TEXT)", values)
            }
            // then
            #expect(row?.values == values)
            for text in Self.nastyTexts {
                let answer = try await database.read { try $0.first("SELECT CAST($1 AS TEXT)", [.text(text)])?.text(0) }
                #expect(answer == text)
            }
        }
    }

    @Test("A bulk insert stores what single statements store", arguments: TestEngine.all)
    func bulkEqualsExecute(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let keys = Self.nastyTexts.enumerated().map { "\($0.offset)" }
            // when
            let inserted = try await database.write { session in
                try session.execute("CREATE TABLE one (key TEXT, number BIGINT, value TEXT)")
                try session.execute("CREATE TABLE many (key TEXT, number BIGINT, value TEXT)")
                let rows: [[SQLValue]] = zip(keys, Self.nastyTexts).map { key, text in
                    [.text(key), key == "3" ? .null : .int(Int64(text.utf8.count)), key == "4" ? .null : .text(text)]
                }
                for row in rows {
                    try session.execute("INSERT INTO one (key, number, value) VALUES ($1, $2, $3)", row)
                }
                return try session.bulkInsert(into: "many", columns: ["key", "number", "value"], rows: rows)
            }
            let (one, many) = try await database.read { session in
                (
                    try session.execute("SELECT key, number, value FROM one ORDER BY key"),
                    try session.execute("SELECT key, number, value FROM many ORDER BY key")
                )
            }
            // then
            #expect(inserted == Self.nastyTexts.count)
            #expect(one == many)
            #expect(many.count == Self.nastyTexts.count)
        }
    }

    @Test("A bulk insert whose source fails stores nothing and leaves the connection usable", arguments: TestEngine.all)
    func bulkFailure(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 0)
            // when
            await #expect(throws: SampleError.self) {
                try await database.write { session in
                    var count: Int64 = 0
                    try session.bulkInsert(into: "school_version", columns: ["school_id", "version"]) { row in
                        count += 1
                        if count == 5 { throw SampleError.onPurpose }
                        row.append(count + 100)
                        row.append(1)
                        return true
                    }
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.write { session in
                    _ = try session.bulkInsert(
                        into: "school_version", columns: ["school_id", "version"], rows: [[1], [2]])
                }
            }
            // then
            let versions = try await database.read { try VersionStore($0).all() }
            #expect(versions.keys.allSatisfy { $0 < 100 })
        }
    }

    @Test("A bulk insert of no rows is none", arguments: TestEngine.all)
    func bulkOfNothing(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            let count = try await database.write { session in
                try session.bulkInsert(into: "school_version", columns: ["school_id", "version"], rows: [])
            }
            #expect(count == 0)
        }
    }

    @Test("A streamed answer gives every row and can be left early", arguments: TestEngine.all)
    func streaming(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await database.write { session in
                _ = try session.bulkInsert(
                    into: "school_version", columns: ["school_id", "version"], rows: (1...5000).map { [.int($0), 1] })
            }
            // when
            let sum = try await database.read { session in
                var sum: Int64 = 0
                try session.forEachRow("SELECT school_id FROM school_version", []) { sum += try $0.int(0) }
                return sum
            }
            await #expect(throws: SampleError.self) {
                try await database.read { session in
                    try session.forEachRow("SELECT school_id FROM school_version", []) { _ in
                        throw SampleError.onPurpose
                    }
                }
            }
            let count = try await database.read { try $0.first("SELECT count(*) FROM school_version", [])?.int(0) }
            // then
            #expect(sum == 5000 * 5001 / 2)
            #expect(count == 5000)
        }
    }

    @Test("Rows that a caller keeps do not change with the next row", arguments: TestEngine.all)
    func keptRows(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            let kept = try await database.read { session in
                var kept: [SQLRow] = []
                try session.forEachRow("SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 ORDER BY n", []) {
                    kept.append($0)
                }
                return try kept.map { try $0.int(0) }
            }
            #expect(kept == [1, 2, 3])
        }
    }

    @Test("NULLs stand where the statement puts them, texts by their bytes", arguments: TestEngine.all)
    func order(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 0)
            try await database.write { session in
                for (id, name) in [(1, "b"), (2, nil), (3, "a"), (4, "B"), (5, "é")] as [(Int64, String?)] {
                    try session.execute(
                        """
                        INSERT INTO batch (school_id, batch_id, kind, file_name, sha256, at, author_name, role,
                            counts_json, undone_by) VALUES (1, $1, '', '', '', '', '', '', '', $2)
                        """, [.int(id), SQLValue(name)])
                }
            }
            // when
            let (first, last) = try await database.read { session in
                (
                    try session.execute("SELECT batch_id FROM batch ORDER BY undone_by NULLS FIRST").map {
                        try $0.int(0)
                    },
                    try session.execute("SELECT batch_id FROM batch ORDER BY undone_by DESC NULLS LAST").map {
                        try $0.int(0)
                    }
                )
            }
            // then
            #expect(first == [2, 4, 3, 1, 5])
            #expect(last == [5, 1, 3, 4, 2])
        }
    }

    @Test("Counts and sums are whole numbers, whatever order the parameters come in", arguments: TestEngine.all)
    func numbers(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            let row = try await database.read { session in
                try session.first(
                    """
                    SELECT count(*), sum(n), CAST($2 AS BIGINT) - CAST($1 AS BIGINT)
                    FROM (SELECT CAST(2 AS BIGINT) AS n UNION ALL SELECT 3) t
                    """, [1, 10])
            }
            #expect(row?.values == [2, 5, 9])
        }
    }

    @Test("A wrong number of values and a wrong type are told", arguments: TestEngine.all)
    func mistakes(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            await #expect(throws: StorageError.self) {
                try await database.read { try $0.execute("SELECT CAST($1 AS TEXT)", []) }
            }
            await #expect(throws: StorageError.wrongType(column: 0, expected: "text", found: "a whole number")) {
                try await database.read { _ = try $0.first("SELECT 1", [])?.text(0) }
            }
            await #expect(throws: StorageError.wrongType(column: 0, expected: "a whole number", found: "NULL")) {
                try await database.read { _ = try $0.first("SELECT CAST(NULL AS BIGINT)", [])?.int(0) }
            }
        }
    }

    @Test("A statement that is not SQL is the engine's error, with its words", arguments: TestEngine.all)
    func notSQL(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            do {
                try await database.write { _ = try $0.execute("SELEKT 1") }
                Issue.record("The statement was accepted.")
            } catch StorageError.engine(_, let message) {
                #expect(message.contains("SELEKT"))
            }
        }
    }
}
