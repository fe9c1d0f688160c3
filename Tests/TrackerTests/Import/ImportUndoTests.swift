import Assessment
import Storage
import Testing
import Tracker

/// Taking a batch back.
struct ImportUndoTests {
    @Test("Undo leaves everything as it was before", arguments: ImportFixture.engines)
    func before(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            try await fixture.apply("UPN,READMRK,WRITTAOUTCOME\n\(ImportFixture.amira),30,EXS\n")
            try await fixture.enter(["science.ta": "EXS", "mathematics.scaled": "97+"])
            let before = try await fixture.dump()
            // when
            let outcome = try await fixture.apply(
                "UPN,READMRK,WRITTAOUTCOME,SCITAOUTCOME,MATSCORE,GPSSCORE\n\(ImportFixture.amira),31,GDS,HNM,97,101\n\(ImportFixture.ben),20,WTS,EXS,90,88\n"
            )
            let undone = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            // then
            #expect(undone.values == outcome.values)
            #expect(undone.leftAlone.isEmpty)
            #expect(try await fixture.dump() == before)
            let history = try await fixture.database.read { session in
                try LedgerStore(session).history(
                    school: 1,
                    cell: CellKey(
                        year: ImportFixture.year(2026), assessment: .ks2, pupilID: 1, column: "reading.paper1"))
            }
            #expect(history.map(\.author.source) == [.undo, .file, .file])
            #expect(try await fixture.database.read { try LedgerAudit($0).problems(school: 1) }.isEmpty)
        }
    }

    @Test func `What somebody changed since is left alone and listed`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let outcome = try await fixture.apply("UPN,WRITTAOUTCOME,SCITAOUTCOME\n\(ImportFixture.amira),EXS,EXS\n")
            try await fixture.enter(["writing.ta": "GDS"], at: "2026-07-08T09:30:00.000Z")
            let before = try await fixture.dump()
            // when
            let asked = try await fixture.tracker.previewUndo(batch: #require(outcome.batch), as: .operator)
            let between = try await fixture.dump()
            let undone = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            // then
            #expect(asked == undone)
            #expect(between == before)
            #expect(undone.values == 1)
            #expect(undone.leftAlone.map(\.what) == ["Writing teacher assessment 2026"])
            #expect(undone.leftAlone.first?.message == "It is GDS now, since 8 July 2026, 10:30, by Robin Fairweather.")
            #expect(try await fixture.facts() == ["writing.ta": "GDS"])
        }
    }

    @Test func `A batch is taken back once`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply("UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n")
            let batch = try #require(outcome.batch)
            _ = try await fixture.tracker.undo(batch: batch, as: .operator)
            do {
                _ = try await fixture.tracker.undo(batch: batch, as: .operator)
                Issue.record("undone twice")
            } catch let error as TrackerError {
                #expect(error.message == "The batch \(batch) (file.csv) was taken back already.")
            }
            await #expect(throws: TrackerError.self) { try await fixture.tracker.undo(batch: 1, as: .operator) }
        }
    }

    @Test func `Two batches taken back in turn lead back to the beginning`() async throws {
        try await ImportFixture.with { fixture in
            let before = try await fixture.dump()
            let first = try await fixture.apply("UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n")
            let second = try await fixture.apply("UPN,WRITTAOUTCOME\n\(ImportFixture.amira),GDS\n")
            _ = try await fixture.tracker.undo(batch: #require(second.batch), as: .operator)
            _ = try await fixture.tracker.undo(batch: #require(first.batch), as: .operator)
            #expect(try await fixture.dump() == before)
        }
    }

    @Test("Batches taken back in any order lead back to the beginning", arguments: ImportFixture.engines)
    func anyOrder(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            let before = try await fixture.dump()
            for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                var batches: [Int64] = []
                for code in ["EXS", "GDS", "WTS"] {
                    let text = "UPN,WRITTAOUTCOME\n\(ImportFixture.amira),\(code)\n"
                    batches.append(try #require(try await fixture.apply(text).batch))
                }
                for place in order { _ = try await fixture.tracker.undo(batch: batches[place], as: .operator) }
                #expect(try await fixture.dump() == before, "\(order)")
            }
        }
    }

    @Test func `An added pupil with other data by now stays, and a place that moved stays`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let outcome = try await fixture.apply(
                "UPN,Surname,Forename,Year group,Class\n\(UPNs.text(30)),New,Nia,6,6 Heron\n\(UPNs.text(31)),Old,Ola,6,6 Heron\n"
            )
            let nia = try #require(try await fixture.pupils().first { $0.surname == "New" })
            try await fixture.enter(["writing.ta": "EXS"], pupil: nia.id)
            // when
            let undone = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            // then
            #expect(undone.pupilsRemoved == 1)
            #expect(undone.leftAlone.map(\.what) == ["Year 6 in 2025/26", "pupil"])
            #expect(
                undone.leftAlone.map(\.message) == [
                    "The place stays: there are other results of that year, which count by it.",
                    "The pupil stays: there are other results.",
                ])
            #expect(undone.places == 1)
            #expect(try await fixture.places().contains { $0.pupilID == nia.id && $0.className == "6 Heron" })
            #expect(try await fixture.pupils().contains { $0.surname == "New" })
            #expect(try await fixture.pupils().contains { $0.surname == "Old" } == false)
        }
    }

    @Test func `Only who may bring files in takes them back`() async throws {
        try await ImportFixture.with { fixture in
            let batch = try #require(try await fixture.apply("UPN,WRITTAOUTCOME\n\(ImportFixture.amira),EXS\n").batch)
            await #expect(throws: TrackerError.self) {
                try await fixture.tracker.undo(batch: batch, as: ImportFixture.caller(.fullEdit))
            }
            #expect(try await fixture.facts() == ["writing.ta": "EXS"])
        }
    }
}
