import Assessment
import Storage
import Testing

@testable import Tracker

@Suite("Saves that know what is stored from the save before")
struct EntryCohortTests {
    private struct OnPurpose: Error {}

    private func history(_ office: TestOffice, _ school: School, _ pupil: Pupil) async throws -> [String?] {
        let cell = CellKey(year: TestOffice.year, assessment: .ks2, pupilID: pupil.id, column: "reading.paper1")
        return try await office.tracker.database.read {
            try LedgerStore($0).history(school: school.id, cell: cell).sorted { $0.revision < $1.revision }.map(
                \.oldValue)
        }
    }

    @Test(
        "what another process stored meanwhile is seen: by the revision, in the history and in the count",
        arguments: TestOffice.engines)
    func otherProcess(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let second = try await office.pupil(TestOffice.upns[1], "Brook", "Ali", in: school)
            try await office.enter(pupil, "reading.paper1", "30", revision: 0, in: school)
            let other = try office.otherProcess()
            let theirs = try await other.enter(
                office.entry(pupil, "reading.paper1", "31", revision: 1), school: school, source: .grid, as: .operator)
            _ = try await other.enter(
                office.entry(second, "writing.ta", "EXS"), school: school, source: .grid, as: .operator)

            // when
            let conflict = await #expect(throws: CellConflict.self) {
                try await office.enter(pupil, "reading.paper1", "32", revision: 1, in: school)
            }
            let saved = try await office.enter(pupil, "reading.paper1", "32", revision: 2, in: school)

            // then
            #expect(theirs.revision == 2)
            #expect(conflict?.current.value == "31")
            #expect(saved.revision == 3)
            #expect(saved.done == 2)
            #expect(try await history(office, school, pupil) == [nil, "30", "31"])
            try await other.database.close()
        }
    }

    @Test(
        "a pupil who left the year group meanwhile takes nothing, and one who changed class counts there",
        arguments: TestOffice.engines)
    func placeChanged(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let leaver = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let mover = try await office.pupil(TestOffice.upns[1], "Brook", "Ali", in: school)
            for pupil in [leaver, mover] { try await office.enter(pupil, "writing.ta", "EXS", in: school) }
            let stamp = office.tracker.stamp(.operator, in: school, source: .grid)
            try await office.tracker.database.write { session in
                let store = CohortStore(session)
                for var place in try store.places(school: school.id, year: TestOffice.year) {
                    if place.pupilID == leaver.id { place.yearGroup = .year5 } else { place.className = "6 Wren" }
                    try store.upsert(place, school: school.id, by: stamp)
                }
            }

            // when
            await #expect(throws: TrackerError.self) {
                try await office.enter(leaver, "reading.paper1", "30", in: school)
            }
            let saved = try await office.enter(mover, "science.ta", "EXS", in: school)

            // then
            #expect(try await history(office, school, leaver).isEmpty)
            #expect(saved.done == 2)
            let sheet = try await office.tracker.grid(
                .ks2, school: school, year: TestOffice.year, className: "6 Wren", as: .operator)
            #expect(sheet.done == 2)
        }
    }

    @Test("a UPN that went to another pupil meanwhile names that one", arguments: TestOffice.engines)
    func upnChanged(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            var first = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            var second = try await office.pupil(TestOffice.upns[1], "Brook", "Ali", in: school)
            let entry = office.entry(first, "reading.paper1", "30")
            _ = try await office.tracker.enter(entry, school: school, source: .grid, as: .operator)
            let stamp = office.tracker.stamp(.operator, in: school, source: .grid)
            first.upn = try UPN(TestOffice.upns[2])
            second.upn = try UPN(TestOffice.upns[0])
            let (changedFirst, changedSecond) = (first, second)
            try await office.tracker.database.write { session in
                let store = PupilStore(session)
                try store.update(changedFirst, school: school.id, expectedRevision: nil, by: stamp)
                try store.update(changedSecond, school: school.id, expectedRevision: nil, by: stamp)
            }

            // when
            let saved = try await office.tracker.enter(entry, school: school, source: .grid, as: .operator)

            // then
            #expect(saved.pupil.id == second.id)
            #expect(saved.revision == 1)
        }
    }

    @Test(
        "a save that was taken back leaves nothing behind, and neither does a refused one",
        arguments: TestOffice.engines)
    func takenBack(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let tracker = office.tracker
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(pupil, "writing.ta", "EXS", in: school)
            let save = CellSave(
                entry: office.entry(pupil, "reading.paper1", "30"),
                rules: try await tracker.rowRules(.ks2, school: school, year: TestOffice.year, right: .everybody),
                date: try tracker.defaultAssessmentDate(TestOffice.year),
                stamp: tracker.stamp(.operator, in: school, source: .grid))

            // when
            await #expect(throws: OnPurpose.self) {
                try await tracker.database.write { session in
                    _ = try save.run(tracker.entryCohorts, session)
                    throw OnPurpose()
                }
            }
            await #expect(throws: TrackerError.self) {
                try await office.enter(pupil, "reading.paper1", "400", in: school)
            }
            let saved = try await office.enter(pupil, "reading.paper1", "31", revision: 0, in: school)

            // then
            #expect(saved.revision == 1)
            #expect(saved.done == 2)
            #expect(try await history(office, school, pupil) == [nil])
        }
    }

    @Test("after a change past the program the next save says so, and the one after it knows")
    func changedByHand() async throws {
        try await TestOffice.with(.sqlite) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(pupil, "reading.paper1", "30", revision: 0, in: school)
            try await office.tracker.database.write { session in
                try session.change("UPDATE result_value SET value = $1, revision = $2", ["31", 5])
            }

            // when
            await #expect(throws: StorageError.self) {
                try await office.enter(pupil, "reading.paper1", "32", revision: 1, in: school)
            }
            let conflict = await #expect(throws: CellConflict.self) {
                try await office.enter(pupil, "reading.paper1", "32", revision: 1, in: school)
            }

            // then
            #expect(conflict?.current.value == "31")
            #expect(try await office.enter(pupil, "reading.paper1", "32", revision: 5, in: school).revision == 6)
        }
    }

    @Test("a block that was pasted meanwhile is seen", arguments: TestOffice.engines)
    func blockBetween(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(pupil, "writing.ta", "EXS", in: school)
            let block = CellBlock(
                assessment: .ks2, year: TestOffice.year, date: nil,
                cells: [BlockCell(pupil: TestOffice.upns[0], column: "reading.paper1", text: "B", revision: 0)])
            _ = try await office.tracker.enter(block, school: school, source: .paste, as: .operator)

            // when
            let saved = try await office.enter(pupil, "reading.ta", "PK4", in: school)

            // then
            #expect(saved.stored["reading.paper1"]?.value == "B")
            #expect(saved.done == 3)
        }
    }
}
