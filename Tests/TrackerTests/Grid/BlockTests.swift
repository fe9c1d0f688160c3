import Assessment
import Storage
import Testing
import Tracker

struct BlockTests {
    private func block(
        _ cells: [(pupil: Pupil, column: ColumnID, text: String, revision: Int64?)], date: CalendarDate? = nil
    ) -> CellBlock {
        CellBlock(
            assessment: .ks2, year: TestOffice.year, date: date,
            cells: cells.map {
                BlockCell(
                    pupil: $0.pupil.upn?.text ?? "\($0.pupil.id)", column: $0.column, text: $0.text,
                    revision: $0.revision)
            })
    }

    @Test(arguments: TestOffice.engines)
    func `A mixed block stores what is valid and answers every cell`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let first = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let second = try await office.pupil(TestOffice.upns[1], "Bright", "Joe", in: school)
            let teacher = try await office.person(.fullEdit, of: school)
            try await office.enter(first, "writing.ta", "WTS", revision: 0, in: school)
            try await office.enter(second, "writing.ta", "GDS", revision: 0, in: school)

            // when
            let block = block([
                (first, "reading.paper1", "38.5", 0), (first, "gps.paper1", " 30 ", 0), (first, "writing.ta", "exs", 0),
                (second, "writing.ta", "gds", 0), (second, "gps.paper2", "12", 0), (second, "science.ta", "", 0),
            ])
            let saved = try await office.tracker.enter(block, school: school, source: .paste, as: teacher)

            // then
            guard case .invalid(let message, isForm: true) = saved.answers[0] else {
                Issue.record("half a mark must be refused")
                return
            }
            #expect(message.contains("whole"))
            #expect(saved.answers[1] == .saved(value: "30", revision: 1, isOwn: true))
            guard case .conflict(let current) = saved.answers[2] else {
                Issue.record("a changed cell must be a conflict")
                return
            }
            #expect(current?.value == "WTS")
            #expect(saved.answers[3] == .saved(value: "GDS", revision: 1, isOwn: false))
            #expect(saved.answers[4] == .saved(value: "12", revision: 1, isOwn: true))
            #expect(saved.answers[5] == .saved(value: nil, revision: 0, isOwn: false))
            #expect(saved.rows.keys.sorted() == TestOffice.upns[0...1].sorted())
            #expect(saved.rows[TestOffice.upns[0]]?.cells["gps.paper1"]?.value == "30")
            #expect(saved.rows[TestOffice.upns[0]]?.cells["writing.ta"]?.value == "WTS")
            let sheet = try await office.tracker.grid(
                .ks2, school: school, year: TestOffice.year, className: nil, as: .operator)
            #expect((saved.done, saved.due) == (sheet.done, sheet.due))
            #expect(sheet.stored(first)["gps.paper1"]?.source == .paste)
            #expect(sheet.stored(first)["gps.paper1"]?.authorName == "Full Edit")
            let history = try await office.tracker.database.read { session in
                try LedgerStore(session).history(
                    school: school.id,
                    cell: CellKey(
                        year: TestOffice.year, assessment: .ks2, pupilID: second.id, column: "writing.ta"))
            }
            #expect(history.count == 1)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `What a block stores does not depend on the order of its cells`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            var results: [[ColumnID: String]] = []
            let wishes: [(ColumnID, String)] = [
                ("reading.paper1", "38"), ("reading.ta", ""), ("mathematics.paper1", "30"),
                ("mathematics.paper2", "21"), ("mathematics.paper3", "9"), ("mathematics.ta", "PK4"),
            ]
            for (index, order) in [wishes, wishes.reversed()].enumerated() {
                let pupil = try await office.pupil(TestOffice.upns[index], "P\(index)", "Q", in: school)
                try await office.enter(pupil, "reading.paper1", "B", in: school)
                try await office.enter(pupil, "reading.ta", "PK4", in: school)
                try await office.enter(pupil, "mathematics.paper2", "A", in: school)

                // when
                let saved = try await office.tracker.enter(
                    block(order.map { (pupil, $0.0, $0.1, nil) }), school: school, source: .paste, as: .operator)
                results.append(
                    saved.rows[TestOffice.upns[index]]?.stored.compactMapValues(\.value) ?? [:])
            }

            // then
            #expect(results[0] == results[1])
            #expect(results[0]["reading.paper1"] == "38")
            #expect(results[0]["mathematics.paper2"] == "21")
            #expect(results[0]["mathematics.ta"] == nil)
        }
    }

    @Test func `A pupil of another school or year group spoils only its own cells`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let other = try await office.school("820/9992", name: "Other School")
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let younger = try await office.pupil(
                TestOffice.upns[1], "Young", "Yan", in: school, fields: ["year-group": "5", "class": "5 Wren"])
            let stranger = try await office.pupil(TestOffice.upns[2], "Strange", "Sam", in: other)

            // when
            let saved = try await office.tracker.enter(
                block([
                    (stranger, "writing.ta", "EXS", nil), (younger, "writing.ta", "EXS", nil),
                    (pupil, "writing.ta", "EXS", nil), (pupil, "no.such", "1", nil),
                ]), school: school, source: .paste, as: .operator)

            // then
            let messages = saved.answers.map { answer in
                if case .invalid(let message, _) = answer { message } else { "" }
            }
            #expect(messages[0].contains("no pupil"))
            #expect(messages[1].contains("not in Year 6"))
            #expect(saved.answers[2] == .saved(value: "EXS", revision: 1, isOwn: true))
            #expect(messages[3].contains("no column"))
            #expect(saved.rows.keys.sorted() == [TestOffice.upns[0]])
        }
    }

    @Test func `A block is refused whole for role, date, size and a cell that comes twice`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let pupil = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let reader = try await office.person(.readOnly, of: school)
            let good: (Pupil, ColumnID, String, Int64?) = (pupil, "writing.ta", "EXS", nil)
            let before = try await office.tracker.dataStamp(school: school.id)

            for (block, caller, words) in [
                (block([good]), reader, "may not enter"),
                (block([good], date: CalendarDate(iso: "2026-06-17")), Caller.operator, "today or earlier"),
                (block([good], date: CalendarDate(iso: "2025-08-31")), .operator, "within the school year"),
                (block(Array(repeating: good, count: 5001)), .operator, "5,000 cells or fewer"),
                (block([good, good]), .operator, "comes twice"),
            ] {
                // when
                let error = await #expect(throws: TrackerError.self) {
                    try await office.tracker.enter(block, school: school, source: .grid, as: caller)
                }

                // then
                #expect(error?.message.contains(words) == true, "\(words): \(error?.message ?? "")")
            }
            #expect(try await office.tracker.dataStamp(school: school.id) == before)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `Two people's blocks at once over the same cells: each cell goes to one of them, and the other is told`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            var pupils: [Pupil] = []
            for index in 0..<20 {
                pupils.append(try await office.pupil(TestOffice.upns[index], "P\(index)", "Q", in: school))
            }
            let members = pupils

            // when
            let saved = try await withThrowingTaskGroup(of: EnteredBlock.self) { group in
                for text in ["10", "20"] {
                    group.addTask {
                        try await office.tracker.enter(
                            self.block(members.map { ($0, "gps.paper1", text, 0) }), school: school, source: .paste,
                            as: .operator)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            // then
            for index in 0..<20 {
                let kinds = saved.map { block in if case .saved = block.answers[index] { 1 } else { 0 } }
                #expect(kinds.reduce(0, +) == 1)
            }
        }
    }
}
