import Assessment
import Storage
import Testing
import Tracker

struct HistoryTests {
    private static let day = 86_400.0

    @Test(arguments: TestOffice.engines)
    func `A cell's history says who, when, from what to what and by which door`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let teacher = try await office.person(.fullEdit, of: school)
            let reader = try await office.person(.readOnly, of: school)
            let governor = try await office.person(.anonymised, of: school)
            try await office.enter(pupil, "writing.ta", "WTS", in: school, as: teacher)
            office.advance(60)
            for (text, source) in [("EXS", ResultSource.paste), ("WTS", .gridUndo)] {
                _ = try await office.tracker.enter(
                    CellBlock(
                        assessment: .ks2, year: TestOffice.year, date: nil,
                        cells: [BlockCell(pupil: TestOffice.upns[0], column: "writing.ta", text: text, revision: nil)]),
                    school: school, source: source, as: teacher)
                office.advance(60)
            }
            func history(_ caller: Caller) async throws -> CellHistory {
                try await office.tracker.history(
                    .ks2, year: TestOffice.year, pupil: TestOffice.upns[0], column: "writing.ta", school: school,
                    as: caller)
            }

            // when
            let seen = try await history(reader)

            // then
            #expect(seen.entries.map(\.change.newValue) == ["WTS", "EXS", "WTS"])
            #expect(seen.entries.map(\.change.oldValue) == ["EXS", "WTS", nil])
            #expect(seen.entries.map(\.change.author.source.inWords) == ["undone", "pasted", "typed"])
            #expect(seen.entries.map(\.change.author.role) == ["full-edit", "full-edit", "full-edit"])
            #expect(seen.current?.revision == 3)
            #expect(!seen.canRestore)
            #expect(try await history(teacher).canRestore)
            let json = String(decoding: Tracker.json(seen, pupil: TestOffice.upns[0]), as: UTF8.self)
            #expect(json.contains("\"source\":\"undo\""))
            let refused = await #expect(throws: TrackerError.self) { try await history(governor) }
            #expect(refused?.message.contains("may not see pupils") == true)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `The grid of a day has that day's values, whatever came later, until its last minute in London`(
        engine: DatabaseEngine
    ) async throws {
        // given: 23:30 in London on 16 June is 22:30 UTC
        try await TestOffice.with(engine, now: "2026-06-16T22:30:00.000Z") { office in
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(pupil, "reading.paper1", "38", in: school)
            office.advance(3600)
            try await office.enter(pupil, "reading.paper1", "12", in: school)
            try await office.enter(pupil, "writing.ta", "EXS", in: school)
            office.advance(Self.day)
            try await office.enter(pupil, "reading.paper1", "", in: school)
            func values(_ date: String) async throws -> [ColumnID: String] {
                let day = try office.tracker.pastDay(date)
                return try await office.tracker.results(
                    school: school, year: TestOffice.year, on: day, as: .operator
                ).pupils[0].values[.ks2] ?? [:]
            }

            // when, then
            #expect(try await values("2026-06-15").isEmpty)
            #expect(try await values("2026-06-16")["reading.scaled"] == "109")
            #expect(try await values("2026-06-16")["writing.ta"] == nil)
            #expect(try await values("2026-06-17")["reading.paper1"] == "12")
            #expect(try await values("2026-06-18") == ["writing.ta": "EXS"])
            let sheet = try await office.tracker.grid(
                .ks2, school: school, year: TestOffice.year, className: nil, on: CalendarDate(iso: "2026-06-16")!,
                as: .operator)
            #expect(!sheet.canEdit)
            #expect(sheet.done == 1)
            for (text, words) in [("2026-06-19", "today or earlier"), ("next week", "is not a date")] {
                let error = #expect(throws: TrackerError.self) { try office.tracker.pastDay(text) }
                #expect(error?.message.contains(words) == true)
            }
        }
    }

    @Test func `What is missing is listed cell by cell, counted subject by subject, and right after the next save`()
        async throws
    {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let first = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            _ = try await office.pupil(TestOffice.upns[1], "Bright", "Joe", className: "6 Wren", in: school)
            func missing(_ className: String?) async throws -> MissingResults {
                try await office.tracker.missing(
                    .ks2, school: school, year: TestOffice.year, className: className, as: .operator)
            }
            let before = try await missing("6 Kestrel")

            // when: B calls for a teacher assessment
            try await office.enter(first, "reading.paper1", "B", in: school)
            let after = try await missing("6 Kestrel")

            // then
            #expect(before.due == 5)
            #expect(before.cells.map(\.column.id).contains("reading.paper1"))
            #expect((after.done, after.due) == (1, 6))
            #expect(after.parts.map(\.id) == ["reading", "gps", "writing", "mathematics", "science"])
            #expect(after.parts[0].done == 1)
            #expect(after.parts[0].due == 2)
            #expect(after.cells.map(\.column.id).filter { $0.rawValue.hasPrefix("reading") } == ["reading.ta"])
            #expect(try await missing(nil).due == 11)
            let error = await #expect(throws: TrackerError.self) { try await missing("6 Heron") }
            #expect(error?.message.contains("6 Kestrel, 6 Wren") == true)
        }
    }
}
