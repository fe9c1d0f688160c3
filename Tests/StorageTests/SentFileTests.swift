import Assessment
import Storage
import Testing

@Suite("Files that went out, and the time of a state")
struct SentFileTests {
    private func file(_ id: Int64, _ destination: String, _ serial: Int, at time: String = Sample.time) throws
        -> SentFile
    {
        SentFile(
            id: id, destination: destination, serial: serial, fileName: "8209991_CTF_\(destination)_00\(serial).xml",
            sha256: String(repeating: "a", count: 64), size: 1234, at: time, authorID: 7,
            authorName: "Robin Fairweather", role: "account-admin", year: try Sample.year(), pupils: 60, records: 120,
            findings: 2)
    }

    @Test("Files come back newest first, and the last of a destination is known", arguments: TestEngine.all)
    func listed(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let files = try [
                file(10, "820LLLL", 1), file(11, "NAALLLL", 1), file(12, "820LLLL", 2, at: Sample.later),
            ]
            // when
            try await database.write { session in
                for file in files { try SentFileStore(session).insert(file, school: Sample.school) }
            }
            // then
            let (all, last, none, others) = try await database.read { session in
                let store = SentFileStore(session)
                return (
                    try store.all(school: Sample.school), try store.last(school: Sample.school, destination: "820LLLL"),
                    try store.last(school: Sample.school, destination: "8209992"),
                    try store.all(school: Sample.otherSchool)
                )
            }
            #expect(all == [files[2], files[1], files[0]])
            #expect(last == files[2])
            #expect(none == nil)
            #expect(others.isEmpty)
        }
    }

    @Test("A state is as old as its last change, a file's change as old as the file says", arguments: TestEngine.all)
    func asOf(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            func time() async throws -> String? {
                try await database.read { try StateTimeStore($0).asOf(school: Sample.school) }
            }
            func bring(_ id: Int64, writtenAt: String?, at: String, pupil: Int64) async throws {
                try await database.write { session in
                    try BatchStore(session).insert(
                        Batch(
                            id: id, kind: "ctf", fileName: "f.xml", sha256: "", at: at, authorID: nil, authorName: "x",
                            role: "x", year: nil, countsJSON: "{}", writtenAt: writtenAt), school: Sample.school)
                    try ResultStore(session).put(
                        Sample.change(pupil, "38"), school: Sample.school, expectedRevision: nil,
                        by: Sample.stamp(at: at, batch: id))
                }
            }
            // given
            try await Sample.fill(database)
            let before = try await time()

            // then: the file's own time counts, not that of taking it
            try await bring(90, writtenAt: "2026-07-10T09:00:00.000Z", at: "2026-09-01T09:00:00.000Z", pupil: 1)
            #expect(try await time() == max(before ?? "", "2026-07-10T09:00:00.000Z"))
            // a file from the future counts from when it was taken
            try await bring(91, writtenAt: "2030-01-01T00:00:00.000Z", at: "2026-09-02T09:00:00.000Z", pupil: 2)
            #expect(try await time() == "2026-09-02T09:00:00.000Z")
            // one that says nothing as well
            try await bring(92, writtenAt: nil, at: "2026-09-03T09:00:00.000Z", pupil: 3)
            #expect(try await time() == "2026-09-03T09:00:00.000Z")
            // and taking a file back is a change
            _ = try await database.write { session in
                try BatchStore(session).markUndone(
                    school: Sample.school, id: 92, at: "2026-09-04T09:00:00.000Z", by: "x")
            }
            #expect(try await time() == "2026-09-04T09:00:00.000Z")
            #expect(
                try await database.read { try BatchStore($0).find(school: Sample.school, id: 90)?.writtenAt }
                    == "2026-07-10T09:00:00.000Z")
        }
    }

    @Test("A database of the first version is brought up to date with what it holds", arguments: TestEngine.all)
    func upgraded(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given: as before the step
            try await Sample.fill(database)
            try await database.write { session in
                try session.execute("DROP TABLE sent_file")
                try session.execute("ALTER TABLE batch DROP COLUMN written_at")
                try session.execute("DELETE FROM schema_migration WHERE number >= 3")
                try session.execute(
                    """
                    INSERT INTO batch (school_id, batch_id, kind, file_name, sha256, at, author_name, role, counts_json)
                    VALUES (1, 50, 'ctf', 'old.xml', '', '2026-07-01T08:00:00.000Z', 'x', 'x', '{}')
                    """)
            }
            // when
            let again = try store.open()
            // then
            let batch = try await again.read { try BatchStore($0).find(school: Sample.school, id: 50) }
            #expect(batch?.fileName == "old.xml" && batch?.writtenAt == nil)
            try await again.write { [file = try file(60, "820LLLL", 1)] session in
                try SentFileStore(session).insert(file, school: Sample.school)
            }
            try await again.close()
        }
    }
}
