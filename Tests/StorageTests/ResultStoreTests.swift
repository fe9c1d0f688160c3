import Assessment
import Storage
import Testing

@Suite("Results and their ledger")
struct ResultStoreTests {
    /// Stores one value and returns what is stored then.
    private func put(
        _ database: any Database, _ value: String?, revision: Int64?, at time: String = Sample.time,
        batch: Int64? = nil,
        column: ColumnID = "reading.paper1"
    ) async throws -> StoredValue {
        try await database.write { session in
            try ResultStore(session).put(
                try Sample.change(1, column, value), school: Sample.school, expectedRevision: revision,
                by: Sample.stamp(at: time, batch: batch))
        }
    }

    @Test("A value goes in with its author, date and revision, and comes back whole", arguments: TestEngine.all)
    func firstValue(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            // when
            let stored = try await put(database, "38", revision: 0, batch: 5)
            // then
            let expected = StoredValue(
                value: "38", assessedOn: CalendarDate(iso: "2026-05-14"), revision: 1, changedAt: Sample.time,
                authorName: "Robin Fairweather", authorID: 7, source: .file, batchID: 5)
            #expect(stored == expected)
            let cell = try Sample.cell(1)
            let (one, byPupil, bySchool, everything) = try await database.read { session in
                let store = ResultStore(session)
                return (
                    try store.value(school: Sample.school, cell: cell),
                    try store.values(school: Sample.school, year: cell.year, assessment: .ks2, pupil: 1),
                    try store.values(school: Sample.school, year: cell.year, assessment: .ks2),
                    try store.values(school: Sample.school, pupil: 1)
                )
            }
            #expect(one == expected)
            #expect(byPupil == ["reading.paper1": expected])
            #expect(bySchool == [1: ["reading.paper1": expected]])
            #expect(everything == [cell: expected])
        }
    }

    @Test("A change must name the revision that is there", arguments: TestEngine.all)
    func conflict(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let first = try await put(database, "38", revision: 0)
            // then
            for wrong in [Int64(0), 2, 7] {
                await #expect(throws: StorageError.conflict(current: first)) {
                    _ = try await put(database, "39", revision: wrong)
                }
            }
            let second = try await put(database, "39", revision: 1)
            #expect(second.revision == 2)
            let third = try await put(database, "40", revision: nil)
            #expect(third.revision == 3)
        }
    }

    @Test("A revision named for a cell that was never entered is a conflict too", arguments: TestEngine.all)
    func conflictWithNothing(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await Sample.fill(database)
            do {
                _ = try await put(database, "38", revision: 4)
                Issue.record("The value was stored.")
            } catch StorageError.conflict(let current) {
                #expect(current.value == nil && current.revision == 0)
            }
        }
    }

    @Test("The same value and date again writes nothing", arguments: TestEngine.all)
    func same(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let first = try await put(database, "38", revision: 0)
            // when
            let again = try await put(database, "38", revision: 1, at: Sample.later)
            let emptied = try await put(database, nil, revision: 0, column: "reading.paper2")
            // then
            #expect(again == first)
            #expect(emptied.revision == 0 && emptied.value == nil)
            let entries = try await database.read { try LedgerStore($0).recent(school: Sample.school, limit: 10) }
            #expect(entries.count == 1)
        }
    }

    @Test("A cleared cell stays with its revision and counts on; facts leave it out", arguments: TestEngine.all)
    func clearing(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            _ = try await put(database, "38", revision: 0)
            // when
            let cleared = try await put(database, nil, revision: 1, at: Sample.later)
            // then
            #expect(cleared.value == nil && cleared.revision == 2)
            let year = try Sample.year()
            let (values, facts, counts) = try await database.read { session in
                let store = ResultStore(session)
                return (
                    try store.values(school: Sample.school, year: year, assessment: .ks2),
                    try store.facts(school: Sample.school, year: year, assessment: .ks2),
                    try store.counts(school: Sample.school)
                )
            }
            #expect(values[1]?["reading.paper1"] == cleared)
            #expect(facts.isEmpty)
            #expect(counts.isEmpty)
            #expect(try await put(database, "37", revision: 2).revision == 3)
        }
    }

    @Test(
        "Many changes go in with their ledger; known values are replaced, equal ones left out",
        arguments: TestEngine.all)
    func many(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let known = try await put(database, "38", revision: 0)
            let same = try await put(database, "EXS", revision: 0, column: "writing.ta")
            let changes = [
                try Sample.change(1, "reading.paper1", "39", known: known),
                try Sample.change(1, "writing.ta", "EXS", known: same),
                try Sample.change(2, "reading.paper1", "12"), try Sample.change(3, "reading.paper1", "50"),
                try Sample.change(3, "reading.scaled", nil),
            ]
            // when
            let written = try await database.write { session in
                try ResultStore(session).putMany(
                    changes, school: Sample.school, by: Sample.stamp(at: Sample.later, batch: 9))
            }
            // then
            let year = try Sample.year()
            let (facts, entries, problems) = try await database.read { session in
                (
                    try ResultStore(session).facts(school: Sample.school, year: year, assessment: .ks2),
                    try LedgerStore(session).entries(school: Sample.school, batch: 9),
                    try LedgerAudit(session).problems(school: Sample.school)
                )
            }
            #expect(written == 3)
            #expect(
                facts == [
                    1: ["reading.paper1": "39", "writing.ta": "EXS"], 2: ["reading.paper1": "12"],
                    3: ["reading.paper1": "50"],
                ])
            #expect(entries.map(\.cell.pupilID) == [1, 2, 3])
            #expect(entries.map(\.oldValue) == ["38", nil, nil])
            #expect(entries.map(\.newValue) == ["39", "12", "50"])
            #expect(entries.map(\.revision) == [2, 1, 1])
            #expect(problems.isEmpty)
        }
    }

    @Test("Many changes with an outdated known value store nothing at all", arguments: TestEngine.all)
    func manyConflict(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let old = try await put(database, "38", revision: 0)
            let now = try await put(database, "39", revision: 1)
            let changes = [try Sample.change(2, "12"), try Sample.change(1, "40", known: old)]
            // then
            await #expect(throws: StorageError.conflict(current: now)) {
                try await database.write { session in
                    _ = try ResultStore(session).putMany(changes, school: Sample.school, by: Sample.stamp)
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.write { session in
                    _ = try ResultStore(session).putMany(
                        [try Sample.change(2, "12"), try Sample.change(1, "40")], school: Sample.school,
                        by: Sample.stamp)
                }
            }
            let cell = try Sample.cell(2)
            let second = try await database.read { try ResultStore($0).value(school: Sample.school, cell: cell) }
            #expect(second == nil)
        }
    }

    @Test("Schools do not see each other's results", arguments: TestEngine.all)
    func schools(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            _ = try await put(database, "38", revision: 0)
            // then
            let year = try Sample.year()
            let (values, counts, entries) = try await database.read { session in
                (
                    try ResultStore(session).values(school: Sample.otherSchool, year: year, assessment: .ks2),
                    try ResultStore(session).counts(school: Sample.otherSchool),
                    try LedgerStore(session).recent(school: Sample.otherSchool, limit: 10)
                )
            }
            #expect(values.isEmpty && counts.isEmpty && entries.isEmpty)
        }
    }

    @Test("What there is is counted by year and assessment", arguments: TestEngine.all)
    func counts(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let cells = [
                try Sample.cell(1, "reading.paper1"), try Sample.cell(1, "writing.ta"),
                try Sample.cell(2, "writing.ta"),
                try Sample.cell(1, "writing.ta", year: 2025),
            ]
            try await database.write { session in
                for cell in cells {
                    _ = try ResultStore(session).put(
                        ResultChange(cell: cell, value: "1", assessedOn: nil), school: Sample.school,
                        expectedRevision: 0, by: Sample.stamp)
                }
            }
            // when
            let (counts, years) = try await database.read { session in
                (
                    try ResultStore(session).counts(school: Sample.school),
                    try ResultStore(session).years(school: Sample.school, assessment: .ks2)
                )
            }
            // then
            #expect(
                counts == [
                    ResultCount(year: try Sample.year(2026), assessment: .ks2, pupils: 2, values: 3),
                    ResultCount(year: try Sample.year(2025), assessment: .ks2, pupils: 1, values: 1),
                ])
            #expect(years.map(\.endYear) == [2026, 2025])
        }
    }

    @Test("The history tells every change, newest first", arguments: TestEngine.all)
    func history(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            _ = try await put(database, "38", revision: 0)
            _ = try await put(database, nil, revision: 1, at: Sample.later, batch: 3)
            _ = try await put(database, "41", revision: 2, at: Sample.later)
            // when
            let cell = try Sample.cell(1)
            let history = try await database.read { try LedgerStore($0).history(school: Sample.school, cell: cell) }
            // then
            #expect(history.map(\.revision) == [3, 2, 1])
            #expect(history.map(\.oldValue) == [nil, "38", nil])
            #expect(history.map(\.newValue) == ["41", nil, "38"])
            #expect(history.map(\.batchID) == [nil, 3, nil])
            #expect(history.first?.author.name == "Robin Fairweather")
            #expect(history.first?.author.role == "full-edit")
        }
    }

    @Test("For undoing a batch: what somebody changed since is told apart", arguments: TestEngine.all)
    func lastEntries(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            let changes = [try Sample.change(1, "38"), try Sample.change(2, "20")]
            try await database.write { session in
                _ = try ResultStore(session).putMany(changes, school: Sample.school, by: Sample.stamp(batch: 9))
            }
            _ = try await put(database, "39", revision: 1, at: Sample.later)
            _ = try await put(database, "EXS", revision: 0, at: Sample.later, column: "writing.ta")
            // when
            let year = try Sample.year()
            let (ofBatch, ofYear) = try await database.read { session in
                (
                    try LedgerStore(session).lastEntries(school: Sample.school, cellsOfBatch: 9),
                    try LedgerStore(session).lastEntries(school: Sample.school, year: year, assessment: .ks2)
                )
            }
            // then
            #expect(ofBatch.mapValues(\.batchID) == [try Sample.cell(1): nil, try Sample.cell(2): 9])
            #expect(ofBatch.mapValues(\.newValue) == [try Sample.cell(1): "39", try Sample.cell(2): "20"])
            #expect(ofYear.count == 3)
        }
    }

    @Test("The results as they stood at a time", arguments: TestEngine.all)
    func asAt(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            _ = try await put(database, "38", revision: 0, at: "2026-07-01T08:00:00.000Z")
            _ = try await put(database, "39", revision: 1, at: "2026-07-02T08:00:00.000Z")
            _ = try await put(database, nil, revision: 2, at: "2026-07-03T08:00:00.000Z")
            // then
            let year = try Sample.year()
            for (time, value) in [
                ("2026-06-30T00:00:00.000Z", nil), ("2026-07-01T08:00:00.000Z", "38"),
                ("2026-07-02T23:00:00.000Z", "39"), ("2026-07-04T00:00:00.000Z", nil),
            ] as [(String, String?)] {
                let facts = try await database.read { session in
                    try LedgerStore(session).facts(school: Sample.school, year: year, assessment: .ks2, asAt: time)
                }
                #expect(facts[1]?["reading.paper1"] == value, "\(time)")
            }
        }
    }

    @Test("Pages of the ledger join without gap or overlap", arguments: TestEngine.all)
    func pages(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database, pupils: 7)
            let changes = try (Int64(1)...7).map { try Sample.change($0, "5") }
            try await database.write { session in
                _ = try ResultStore(session).putMany(changes, school: Sample.school, by: Sample.stamp)
            }
            // when
            let pupils = try await database.read { session in
                let store = LedgerStore(session)
                var pupils: [Int64] = []
                var page = try store.recent(school: Sample.school, limit: 3)
                while let last = page.last {
                    pupils += page.map(\.cell.pupilID)
                    page = try store.recent(school: Sample.school, limit: 3, before: last.id)
                }
                return pupils
            }
            // then
            #expect(pupils == [7, 6, 5, 4, 3, 2, 1])
        }
    }

    @Test(
        "The audit finds values that were changed past the ledger", arguments: TestEngine.all,
        [
            "UPDATE result_value SET value = '40'", "UPDATE result_value SET revision = 8", "DELETE FROM result_value",
            """
            INSERT INTO result_value (school_id, year, assessment, pupil_id, column_id, value, revision, changed_at,
                author_name, source) VALUES (1, 2026, 'ks2', 2, 'writing.ta', 'EXS', 1, '', '', 'grid')
            """,
            """
            INSERT INTO result_ledger (school_id, entry_id, at, author_name, role, source, year, assessment, pupil_id,
                column_id, old_value, new_value, revision)
            VALUES (1, 9, '', '', '', 'grid', 2026, 'ks2', 1, 'reading.paper1', '37', '38', 1)
            """,
        ])
    func audit(engine: DatabaseEngine, sql: String) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await Sample.fill(database)
            _ = try await put(database, "38", revision: 0)
            #expect(try await database.read { try LedgerAudit($0).problems(school: Sample.school) }.isEmpty)
            // when
            try await database.write { _ = try $0.execute(sql) }
            // then
            #expect(try await !database.read { try LedgerAudit($0).problems(school: Sample.school) }.isEmpty)
        }
    }
}
