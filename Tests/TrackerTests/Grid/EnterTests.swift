import Assessment
import Storage
import Testing
import Tracker

@Suite struct EnterTests {
    @Test(
        "a mark makes its total, scaled score and outcome at once, and closes the teacher assessment",
        arguments: TestOffice.engines)
    func markDerives(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)

            // when
            let saved = try await office.enter(pupil, "reading.paper1", " 38 ", in: school)

            // then
            #expect(saved.value == "38")
            #expect(saved.revision == 1)
            let cells = saved.row.cells()
            #expect(cells["reading.total"]?.value == "38")
            #expect(cells["reading.scaled"]?.value == "109")
            #expect(cells["reading.outcome"]?.value == "AS")
            guard case .closed(let reason, _)? = cells["reading.ta"]?.access else {
                Issue.record("the teacher assessment must be closed")
                return
            }
            #expect(reason.contains("Clear it to enter a teacher assessment"))
            #expect(saved.done == 1)
            #expect(saved.due == 5)
        }
    }

    @Test(
        "an invalid value is refused with what is allowed, and nothing is stored",
        arguments: ["51", "-1", "3.5", "０", "ABSENT", "1e1"])
    func invalid(text: String) async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)

            // when
            let error = await #expect(throws: TrackerError.self) {
                try await office.enter(pupil, "reading.paper1", text, in: school)
            }

            // then
            guard case .entry(let problem)? = error else {
                Issue.record("must be a refusal of the value")
                return
            }
            #expect(problem.message.contains("0 to 50"))
            let results = try await office.tracker.results(school: school, year: TestOffice.year, as: .operator)
            #expect(results.pupils[0].values.isEmpty)
        }
    }

    @Test("two people at the same cell: the later one gets both values", arguments: TestOffice.engines)
    func conflict(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let first = try await office.person(.fullEdit, of: school)
            let second = try await office.person(.accountOwner, of: school)
            try await office.enter(pupil, "reading.paper1", "38", revision: 0, in: school, as: first)

            // when
            let conflict = await #expect(throws: CellConflict.self) {
                try await office.enter(pupil, "reading.paper1", "41", revision: 0, in: school, as: second)
            }

            // then
            #expect(conflict?.current.value == "38")
            #expect(conflict?.current.authorName == "Full Edit")
            #expect(conflict?.current.revision == 1)
            let saved = try await office.enter(pupil, "reading.paper1", "41", revision: 1, in: school, as: second)
            #expect(saved.revision == 2)
        }
    }

    @Test("forty people saving at once lose nothing", arguments: TestOffice.engines)
    func manyAtOnce(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            var pupils: [Pupil] = []
            for index in 0..<20 {
                pupils.append(try await office.pupil(TestOffice.upns[index], "Pupil", "No\(index)", in: school))
            }

            // when
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for (index, pupil) in pupils.enumerated() {
                    group.addTask {
                        try await office.enter(pupil, "reading.paper1", "\(index)", revision: 0, in: school).done
                    }
                    group.addTask { try await office.enter(pupil, "writing.ta", "EXS", revision: 0, in: school).done }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            // then: each has been told another count
            #expect(counts.sorted() == Array(1...40))
            let sheet = try await office.tracker.grid(
                .ks2, school: school, year: TestOffice.year, className: nil, as: .operator)
            #expect(sheet.done == 40)
            for (index, pupil) in pupils.enumerated() {
                #expect(sheet.stored(pupil)["reading.paper1"]?.value == "\(index)")
                #expect(sheet.stored(pupil)["writing.ta"]?.value == "EXS")
            }
        }
    }

    @Test("the count of results is the same after each save as on the page loaded next")
    func completenessAgrees() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            var pupils: [Pupil] = []
            for index in 0..<6 {
                pupils.append(
                    try await office.pupil(
                        TestOffice.upns[index], "P\(index)", "Q", className: index < 3 ? "6 Kestrel" : "6 Wren",
                        in: school))
            }
            let edits: [(Int, ColumnID, String)] = [
                (0, "reading.paper1", "B"), (0, "reading.ta", "PK4"), (3, "gps.paper1", "30"), (3, "gps.paper2", "12"),
                (0, "reading.ta", ""), (1, "science.ta", "HNM"), (4, "mathematics.paper2", "A"),
                (0, "reading.paper1", ""),
            ]

            for (index, column, text) in edits {
                // when
                let saved = try await office.enter(pupils[index], column, text, in: school)

                // then
                let sheet = try await office.tracker.grid(
                    .ks2, school: school, year: TestOffice.year, className: index < 3 ? "6 Kestrel" : "6 Wren",
                    as: .operator)
                #expect(saved.done == sheet.done, "after \(column) \(text)")
                #expect(saved.due == sheet.due, "after \(column) \(text)")
            }
        }
    }

    @Test(
        "the assessment date must be in the school year and not in the future",
        arguments: [
            ("2026-06-17", "today or earlier"), ("2025-08-31", "within the school year 2025/26"),
            ("2026-09-01", "within the school year 2025/26"),
        ])
    func dates(date: String, words: String) async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let entry = office.entry(pupil, "reading.paper1", "38", date: CalendarDate(iso: date))

            // when
            let error = await #expect(throws: TrackerError.self) {
                try await office.tracker.enter(entry, school: school, source: .grid, as: .operator)
            }

            // then
            #expect(error?.message.contains(words) == true)
        }
    }

    @Test("a value entered in a year that is over carries its last day")
    func pastYear() async throws {
        try await TestOffice.with(now: "2026-11-21T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)

            // when
            let saved = try await office.enter(pupil, "reading.paper1", "38", in: school)

            // then
            #expect(saved.stored["reading.paper1"]?.assessedOn == CalendarDate(iso: "2026-08-31"))
        }
    }

    @Test("special consideration is put on and taken off a score that the marks give")
    func specialConsideration() async throws {
        try await TestOffice.with { office in
            // given: 23 marks of 2026 reading are under 100
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let table = office.tracker.reference.tables
            let key = ConversionTable.Key(year: 2026, keyStage: 2, subject: .reading)
            guard case .score(let score) = table.read(raw: 22, key) else {
                Issue.record("22 marks must have a score")
                return
            }
            try await office.enter(pupil, "reading.paper1", "22", in: school)

            // when
            let plus = try await office.enter(pupil, "reading.scaled", "\(score)+", in: school)
            let off = try await office.enter(pupil, "reading.scaled", "\(score)", in: school)

            // then
            #expect(plus.row.cell("reading.scaled")?.value == "\(score)+")
            #expect(off.row.cell("reading.scaled")?.value == "\(score)")
            #expect(off.stored["reading.scaled"]?.value == nil)
        }
    }

    @Test(
        "a marks file with one bad line stores nothing, and with --skip-invalid the rest", arguments: TestOffice.engines
    )
    func markLines(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let file = """
                upn,assessment,column,value,date
                \(TestOffice.upns[0]),ks2,reading.paper1,38,2026-05-14
                \(TestOffice.upns[0]),ks2,reading.ta,PK5,
                \(TestOffice.upns[1]),ks2,writing.ta,EXS,
                \(TestOffice.upns[0]),ks2,gps.paper2,24,
                \(TestOffice.upns[0]),ks2,writing.ta,exs,
                """
            let lines = try Tracker.markLines(Array(file.utf8))

            // when
            let refused = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: false, source: .command, as: .operator)

            // then
            #expect(!refused.isApplied)
            #expect(refused.problems.map(\.line) == [3, 4, 5])
            #expect(
                try await office.tracker.results(school: school, year: TestOffice.year, as: .operator).pupils[0].values
                    .isEmpty)

            // when
            let taken = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: true, source: .command, as: .operator)
            let again = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: true, source: .command, as: .operator)

            // then
            #expect(taken.stored == 2)
            #expect(again.stored == 0)
            #expect(again.same == 2)
            let values = try await office.tracker.results(school: school, year: TestOffice.year, as: .operator).pupils[
                0
            ].values
            #expect(values[.ks2]?["writing.ta"] == "EXS")
            #expect(values[.ks2]?["reading.scaled"] == "109")
            _ = pupil
        }
    }

    @Test func `Lines that are too short and lines that contradict each other are listed with all others`() async throws
    {
        try await TestOffice.with(.sqlite) { office in
            // given
            let school = try await office.school()
            _ = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let upn = TestOffice.upns[0]
            let file = """
                upn,assessment,column,value,date
                \(upn),ks2,reading.paper1,38
                \(upn),ks2,writing.ta
                \(upn),ks2,gps.paper1,5,2026-05-14
                \(upn),ks2,gps.paper1,6,
                \(upn),ks2,gps.paper1,5,
                \(upn),ks2,gps.paper1,5,,,
                """
            // when
            let lines = try Tracker.markLines(Array(file.utf8))
            let refused = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: false, source: .command, as: .operator)
            let taken = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: true, source: .command, as: .operator)
            // then
            #expect(!refused.isApplied)
            #expect(refused.problems.map(\.line) == [3, 5, 7])
            #expect(refused.problems[0].message == "The line has 3 values and must have 5.")
            #expect(refused.problems[1].message.hasPrefix("Line 4 says 5 for this cell, and this line 6."))
            #expect(taken.stored == 2)
            let values = try await office.tracker.results(school: school, year: TestOffice.year, as: .operator).pupils[
                0
            ].values
            #expect(values[.ks2]?["gps.paper1"] == "5")
        }
    }

    @Test(
        "a marks file without a heading it needs is refused with the heading's name",
        arguments: [
            ("upn,assessment,column\n", "value"), ("upn,assessment,column,value,marks\n", "marks"), ("", "empty"),
        ])
    func markFileHeadings(file: String, word: String) {
        // when
        let error = #expect(throws: TrackerError.self) { try Tracker.markLines(Array(file.utf8)) }

        // then
        #expect(error?.message.contains(word) == true)
    }
}
