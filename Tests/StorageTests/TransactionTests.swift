import Assessment
import Storage
import Synchronization
import Testing

@Suite("Transactions")
struct TransactionTests {
    @Test("A write that throws leaves nothing behind", arguments: TestEngine.all)
    func rollback(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let before = try await database.read { try VersionStore($0).all() }
            // when
            await #expect(throws: SampleError.self) {
                try await database.write { session in
                    try ResultStore(session).put(
                        try Sample.change(1, "38"), school: Sample.school, expectedRevision: 0, by: Sample.stamp)
                    throw SampleError.onPurpose
                }
            }
            // then
            let (value, history, after) = try await database.read { session in
                (
                    try ResultStore(session).value(school: Sample.school, cell: try Sample.cell(1)),
                    try LedgerStore(session).history(school: Sample.school, cell: try Sample.cell(1)),
                    try VersionStore(session).all()
                )
            }
            #expect(value == nil)
            #expect(history.isEmpty)
            #expect(after == before)
        }
    }

    @Test("Each of many writes at once sees the version that the one before it made")
    func versionsInTurn() async throws {
        try await TestStore.with(.sqlite) { database, _ in
            // given
            try await Sample.fill(database)
            let before = try await database.read { try VersionStore($0).version(school: 1) }
            // when
            let seen = try await withThrowingTaskGroup(of: Int64.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        do {
                            return try await database.write { session in
                                session.noteChange(schoolID: 1)
                                session.noteChange(schoolID: 1)
                                if number % 3 == 0 { throw SampleError.onPurpose }
                                return try session.version(schoolID: 1)
                            }
                        } catch is SampleError {
                            return -1
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            // then
            #expect(seen.filter { $0 >= 0 }.sorted() == Array(before..<before + 40))
            #expect(try await database.read { try VersionStore($0).version(school: 1) } == before + 40)
        }
    }

    @Test("What is to be done when a write does not stay is done then, and only then", arguments: TestEngine.all)
    func takenBack(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let undone = Mutex<[String]>([])
            // when
            try await database.write { $0.ifTakenBack { undone.withLock { $0.append("kept") } } }
            try? await database.write { session in
                session.ifTakenBack { undone.withLock { $0.append("threw") } }
                throw SampleError.onPurpose
            }
            if engine == .sqlite {
                // A commit that fails; PostgreSQL only warns of a transaction that is none by then.
                try? await database.write { session in
                    session.ifTakenBack { undone.withLock { $0.append("rolled back") } }
                    try session.execute("ROLLBACK")
                }
            }
            try await database.write { _ in }
            // then
            #expect(undone.withLock { $0 } == (engine == .sqlite ? ["threw", "rolled back"] : ["threw"]))
        }
    }

    @Test("A change says how many rows it changed", arguments: TestEngine.all)
    func changeCounts(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database)
            let counts = try await database.write { session in
                let insertion = "INSERT INTO installation_setting (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING"
                return [
                    try session.change(insertion, ["a", "1"]), try session.change(insertion, ["a", "2"]),
                    try session.change("UPDATE pupil SET surname = $1 WHERE school_id = $2", ["Brook", 1]),
                    try session.change("DELETE FROM installation_setting WHERE key = $1", ["b"]),
                ]
            }
            #expect(counts == [1, 0, 3, 0])
        }
    }

    @Test("Of many writes at once the failing ones fail alone", arguments: TestEngine.all)
    func failuresAreAlone(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 40)
            // when
            let failed = await withTaskGroup(of: Int64?.self) { group in
                for pupil in Int64(1)...40 {
                    group.addTask {
                        do {
                            try await database.write { session in
                                try ResultStore(session).put(
                                    try Sample.change(pupil, "\(pupil)"), school: Sample.school, expectedRevision: 0,
                                    by: Sample.stamp)
                                if pupil % 4 == 0 { throw SampleError.onPurpose }
                            }
                            return nil
                        } catch {
                            return pupil
                        }
                    }
                }
                return await group.reduce(into: Set<Int64>()) { if let pupil = $1 { $0.insert(pupil) } }
            }
            // then
            let values = try await database.read { session in
                try ResultStore(session).facts(school: Sample.school, year: try Sample.year(), assessment: .ks2)
            }
            #expect(failed == Set(stride(from: 4, through: 40, by: 4)))
            #expect(Set(values.keys) == Set(1...40).subtracting(failed))
            let problems = try await database.read { try LedgerAudit($0).problems(school: Sample.school) }
            #expect(problems.isEmpty)
        }
    }

    @Test("32 tasks that count up together lose no count", arguments: TestEngine.all)
    func counting(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await database.write { try SettingStore($0).setInstallationSetting("0", key: "count") }
            // when
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        for _ in 0..<3 {
                            try await database.write { session in
                                let settings = SettingStore(session)
                                let count = Int(try settings.installationSetting("count") ?? "") ?? 0
                                try settings.setInstallationSetting("\(count + 1)", key: "count")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            // then
            let count = try await database.read { try SettingStore($0).installationSetting("count") }
            #expect(count == "96")
        }
    }

    @Test("Two who saw the same revision: one wins, the other is told what is there now", arguments: TestEngine.all)
    func race(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            // when
            let outcomes = await withTaskGroup(of: Result<StoredValue, any Error>.self) { group in
                for value in 1...10 {
                    group.addTask {
                        do {
                            return .success(
                                try await database.write { session in
                                    try ResultStore(session).put(
                                        try Sample.change(1, "\(value)"), school: Sample.school, expectedRevision: 0,
                                        by: Sample.stamp)
                                })
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            // then
            let winners = outcomes.compactMap { try? $0.get() }
            #expect(winners.count == 1)
            for case .failure(let error) in outcomes {
                #expect(error as? StorageError == winners.first.map { .conflict(current: $0) })
            }
        }
    }

    @Test("A read sees one moment, whatever is written meanwhile", arguments: TestEngine.all)
    func snapshot(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given
            try await Sample.fill(database)
            let writer = try store.open()
            let started = AsyncStream<Void>.makeStream()
            let gate = Gate()
            // when
            async let counts = database.read { session in
                let before = try PupilStore(session).count(school: Sample.school)
                started.continuation.yield()
                gate.wait()
                return [before, try PupilStore(session).count(school: Sample.school)]
            }
            for await _ in started.stream { break }
            try await writer.write { session in
                try PupilStore(session).insert(try Sample.pupil(50), school: Sample.school, by: Sample.stamp)
            }
            gate.open()
            // then
            #expect(try await counts == [3, 3])
            let after = try await database.read { try PupilStore($0).count(school: Sample.school) }
            #expect(after == 4)
            try await writer.close()
        }
    }

    @Test("A school's version rises once with each write that changes it, and only then", arguments: TestEngine.all)
    func versions(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            func versions() async throws -> [Int64] {
                try await database.read { session in
                    try [Sample.school, Sample.otherSchool, 0].map { try VersionStore(session).version(school: $0) }
                }
            }
            let start = try await versions()
            // when
            for _ in 0..<2 {
                try await database.write { session in
                    for pupil in Int64(1)...3 {
                        try ResultStore(session).put(
                            try Sample.change(pupil, "5"), school: Sample.school, expectedRevision: nil,
                            by: Sample.stamp)
                    }
                }
            }
            // then: the second write changed nothing
            #expect(start == [1, 0, 1])
            #expect(try await versions() == [2, 0, 1])
        }
    }

    @Test("After closing, everything says so", arguments: TestEngine.all)
    func closed(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await database.close()
            await #expect(throws: StorageError.closed) {
                try await database.write { $0.noteChange(schoolID: 1) }
            }
            await #expect(throws: StorageError.closed) { try await database.read { try VersionStore($0).all() } }
        }
    }

    @Test("What was asked before closing is still written", arguments: TestEngine.all)
    func closingWaits(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given
            try await Sample.fill(database)
            // when
            let accepted = await withTaskGroup(of: Bool.self) { group in
                for pupil in Int64(1)...3 {
                    group.addTask {
                        do {
                            try await database.write { session in
                                _ = try ResultStore(session).put(
                                    try Sample.change(pupil, "5"), school: Sample.school, expectedRevision: 0,
                                    by: Sample.stamp)
                            }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                group.addTask {
                    try? await database.close()
                    return false
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            // then
            let again = try store.open()
            let stored = try await again.read { session in
                try ResultStore(session).facts(school: Sample.school, year: try Sample.year(), assessment: .ks2).count
            }
            #expect(stored == accepted)
            try await again.close()
        }
    }

    @Test("An error that a closure swallows does not become a success", arguments: TestEngine.postgres)
    func swallowed(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database)
            await #expect(throws: StorageError.self) {
                try await database.write { session in
                    do { try session.execute("SELEKT 1") } catch {}
                }
            }
        }
    }

    @Test("A connection that the server closed while idle is replaced unseen", arguments: TestEngine.postgres)
    func lostConnection(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, store in
            // given
            try await Sample.fill(database)
            let process = try await database.read { try $0.first("SELECT pg_backend_pid()", [])?.int(0) }
            let other = try store.open()
            // when
            try await other.write { try $0.execute("SELECT pg_terminate_backend($1)", [SQLValue(process)]) }
            // then
            #expect(try await database.read { try PupilStore($0).count(school: Sample.school) } == 3)
            try await other.close()
        }
    }
}
