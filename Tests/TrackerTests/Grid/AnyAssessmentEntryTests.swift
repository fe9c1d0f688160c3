import Assessment
import Foundation
import Storage
import Testing
import Tracker

/// Every assessment through the doors of Key Stage 2: entry, blocks, lines, missing, history, the past, results.
struct AnyAssessmentEntryTests {
    private func pupil(_ office: TestOffice, _ group: String, in school: School, number: Int = 0) async throws -> Pupil
    {
        try await office.pupil(
            TestOffice.upns[number], "Ahmed", "Amira", className: "\(group) Wren", in: school,
            fields: ["year-group": group])
    }

    private func entry(
        _ kind: AssessmentKind, _ pupil: Pupil, _ column: ColumnID, _ text: String, year: SchoolYear = TestOffice.year
    ) -> CellEntry {
        CellEntry(
            assessment: kind, year: year, pupil: pupil.upn?.text ?? "", column: column, text: text, date: nil,
            revision: nil)
    }

    @Test(arguments: TestOffice.engines)
    func `A for one goal offers A for the others, and nothing is stored unasked`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "R", in: school)
            let upn = try #require(pupil.upn).text
            _ = try await office.tracker.enter(
                entry(.eyfsp, pupil, "e02", "2"), school: school, source: .grid, as: .operator)

            // when
            let entered = try await office.tracker.enter(
                entry(.eyfsp, pupil, "e01", "a"), school: school, source: .grid, as: .operator)

            // then
            let offer = try #require(entered.row.offers().first)
            #expect(entered.value == "A")
            #expect(offer.changes.count == 16)
            #expect(
                offer.message
                    == "If one goal is A, all 17 must be. Enter A in the other 16 goals. It replaces 1 judgement.")
            #expect(entered.row.cell("e02")?.value == "2")
            #expect((entered.done, entered.due) == (2, 17))

            // when
            let accepted = try await office.tracker.enter(
                CellBlock(
                    assessment: .eyfsp, year: TestOffice.year, date: nil,
                    cells: offer.changes.map { .init(pupil: upn, column: $0.key, text: $0.value, revision: nil) }),
                school: school, source: .fill, as: .operator)

            // then
            #expect(accepted.rows[upn]?.offers.isEmpty == true)
            #expect((accepted.done, accepted.due) == (17, 17))
            #expect(accepted.rows[upn]?.cells["gld"]?.value == "No")
            let history = try await office.tracker.history(
                .eyfsp, year: TestOffice.year, pupil: upn, column: "e02", school: school, as: .operator)
            #expect(history.entries.map(\.change.newValue) == ["A", "2"])
        }
    }

    @Test(arguments: TestOffice.engines)
    func `A phonics mark gives its outcome by the threshold of the year`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "1", in: school)

            // when
            let met = try await office.tracker.enter(
                entry(.phonics, pupil, "y1.mark", "31"), school: school, source: .grid, as: .operator)
            let below = try await office.tracker.enter(
                entry(.phonics, pupil, "y1.mark", "30"), school: school, source: .grid, as: .operator)

            // then
            #expect(met.row.cell("y1.outcome")?.value == "Wa")
            #expect(below.row.cell("y1.outcome")?.value == "Wt")
            #expect(below.row.cell("y1.outcome")?.access == .readOnly)
            #expect((below.done, below.due) == (1, 1))
        }
    }

    @Test(arguments: TestOffice.engines)
    func `The check taken again has the result of Year 1 beside it, which is another year's`(engine: DatabaseEngine)
        async throws
    {
        try await TestOffice.with(engine) { office in
            // given: Year 1 in 2024/25, Year 2 in 2025/26
            let school = try await office.school()
            let before = try #require(SchoolYear(endYear: 2025))
            let pupil = try await office.tracker.addPupil(
                PupilForm([
                    "upn": TestOffice.upns[0], "surname": "Ahmed", "forename": "Amira", "date-of-birth": "2018-11-03",
                    "year-group": "1", "class": "1 Wren",
                ]), school: school, year: before, as: .operator)
            _ = try await office.tracker.enter(
                entry(.phonics, pupil, "y1.mark", "20", year: before), school: school, source: .grid, as: .operator)
            try await office.tracker.update(
                pupil: pupil.id,
                PupilForm([
                    "upn": TestOffice.upns[0], "surname": "Ahmed", "forename": "Amira", "date-of-birth": "2018-11-03",
                    "year-group": "2", "class": "2 Wren",
                ]), revision: nil, school: school, year: TestOffice.year, as: .operator)

            // when
            let sheet = try await office.tracker.grid(
                .phonicsInYear2, school: school, year: TestOffice.year, className: nil, as: .operator)
            let missing = try await office.tracker.missing(
                .phonicsInYear2, school: school, year: TestOffice.year, className: "2 Wren", as: .operator)

            // then
            let cells = sheet.cells(of: pupil)
            #expect(cells["y1.mark"]?.value == "20")
            #expect(cells["y1.outcome"]?.value == "Wt")
            #expect(cells["y1.mark"]?.access == .readOnly)
            #expect(cells["y2.mark"]?.isDue == true)
            #expect(missing.cells.map(\.column.id) == ["y2.mark"])

            // when
            let again = try await office.tracker.enter(
                entry(.phonics, pupil, "y2.mark", "33"), school: school, source: .grid, as: .operator)
            let error = await #expect(throws: TrackerError.self) {
                try await office.tracker.enter(
                    entry(.phonics, pupil, "y1.mark", "40"), school: school, source: .grid, as: .operator)
            }

            // then
            #expect(again.row.cell("y2.outcome")?.value == "Wa")
            #expect(error?.message == "The Year 1 check is of 2024/25. Change it in the phonics check of that year.")
            let then = try await office.tracker.grid(
                .phonics, school: school, year: before, className: nil, as: .operator)
            #expect(then.cells(of: pupil)["y1.mark"]?.value == "20")
        }
    }

    @Test(arguments: TestOffice.engines)
    func `The tables check takes 0 to 25 and its codes, and says so`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "4", in: school)

            // when
            let full = try await office.tracker.enter(
                entry(.mtc, pupil, "mark", "25"), school: school, source: .grid, as: .operator)
            let error = await #expect(throws: TrackerError.self) {
                try await office.tracker.enter(
                    entry(.mtc, pupil, "mark", "26"), school: school, source: .grid, as: .operator)
            }

            // then
            #expect(full.value == "25")
            #expect(error?.message.contains("0 to 25") == true)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `Key Stage 1 may still be entered, and nothing of it is due`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "2", in: school)
            let empty = try await office.tracker.grid(
                .ks1, school: school, year: TestOffice.year, className: nil, as: .operator)

            // when
            let entered = try await office.tracker.enter(
                entry(.ks1, pupil, "reading.ta", "exs"), school: school, source: .grid, as: .operator)

            // then
            #expect((empty.done, empty.due) == (0, 0))
            #expect(!empty.columns.isStatutory)
            #expect((entered.done, entered.due) == (1, 1))
        }
    }

    @Test(
        "A year in which an assessment was not held says why",
        arguments: [
            (YearGroupAssessment.ks2, 2020, "End of Key Stage 2, 2019/20: Not held because of the pandemic."),
            (.mtc, 2021, "Multiplication tables check, 2020/21: The check has been held since 2022."),
            (
                .phonicsInYear2, 2021,
                "Phonics screening check, 2020/21: Not held in the summer because of the pandemic."
            ),
        ])
    func notHeld(_ assessment: YearGroupAssessment, _ year: Int, _ message: String) async throws {
        try await TestOffice.with { office in
            let school = try await office.school()
            let error = await #expect(throws: TrackerError.self) {
                try await office.tracker.grid(
                    assessment, school: school, year: #require(SchoolYear(endYear: year)), className: nil,
                    as: .operator)
            }
            #expect(error?.message == message)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `One file of marks has lines of every assessment, and results give them all or one`(engine: DatabaseEngine)
        async throws
    {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            for (number, group) in ["R", "1", "2", "4", "6"].enumerated() {
                _ = try await pupil(office, group, in: school, number: number)
            }
            let values = [
                ("eyfsp", "e01", "2"), ("phonics", "y1.mark", "12"), ("ks1", "writing.ta", "GDS"), ("mtc", "mark", "B"),
                ("ks2", "writing.ta", "EXS"),
            ]
            let lines = values.enumerated().map { number, value in
                MarkLine(
                    line: number + 2, upn: TestOffice.upns[number], assessment: value.0, column: value.1,
                    value: value.2, date: "2026-06-10")
            }

            // when
            let outcome = try await office.tracker.enter(
                lines + [
                    MarkLine(
                        line: 7, upn: TestOffice.upns[0], assessment: "mtc", column: "mark", value: "20", date: "")
                ], school: school, year: TestOffice.year, skipInvalid: true, source: .command, as: .operator)

            // then
            #expect(outcome.stored == 5)
            #expect(
                outcome.problems.map(\.message)
                    == ["Ahmed, Amira is not in Year 4 in 2025/26. Put the pupil into the year group first."])
            let all = try await office.tracker.results(school: school, year: TestOffice.year, as: .operator)
            let mtc = try await office.tracker.results(.mtc, school: school, year: TestOffice.year, as: .operator)
            #expect(all.columns.map(\.kind) == [.eyfsp, .phonics, .ks1, .mtc, .ks2])
            #expect(all.pupils.count == 5)
            #expect(mtc.pupils.map(\.values) == [[.mtc: ["mark": "B"]]])
            let json = try await office.tracker.resultsJSON(school: school, year: TestOffice.year, as: .operator)
            #expect(
                String(decoding: json, as: UTF8.self).contains(
                    "\"values\":{\"phonics\":{\"y1.mark\":\"12\",\"y1.outcome\":\"Wt\"}}"))
            let csv = try await office.tracker.resultsFile(
                as: .csv, school: school, year: TestOffice.year, for: .operator)
            let text = String(decoding: csv, as: UTF8.self)
            #expect(text.contains("ks1.writing.ta"))
            #expect(text.contains(",writing.ta"))
        }
    }

    @Test(arguments: TestOffice.engines)
    func `A block of goals is pasted, and the grid of a day is as it was`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "R", in: school)
            let upn = try #require(pupil.upn).text
            let columns = ["e01", "e02", "e03"].map(ColumnID.init(rawValue:))

            // when
            let plan = try await office.tracker.pastePlan(
                PasteRequest(text: "2\t1\t2", pupil: upn, column: "e01", columns: columns, pupils: [upn]), .eyfsp,
                school: school, year: TestOffice.year, as: .operator)
            _ = try await office.tracker.enter(
                CellBlock(
                    assessment: .eyfsp, year: TestOffice.year, date: nil,
                    cells: plan.cells.map {
                        .init(pupil: $0.pupil, column: ColumnID(rawValue: $0.column), text: $0.value, revision: 0)
                    }), school: school, source: .paste, as: .operator)
            office.advance(2 * 86_400)
            _ = try await office.tracker.enter(
                entry(.eyfsp, pupil, "e02", "2"), school: school, source: .grid, as: .operator)

            // then
            let past = try await office.tracker.grid(
                .eyfsp, school: school, year: TestOffice.year, className: nil,
                on: office.tracker.pastDay("2026-06-17"), as: .operator)
            #expect(past.cells(of: pupil)["e02"]?.value == "1")
            let now = try await office.tracker.results(of: pupil.id, school: school, as: .operator)
            #expect(now.map(\.assessment) == [.eyfsp])
            #expect(now.first?.row.values()["e02"] == "2")
        }
    }

    @Test func `Who may not enter results may enter none of any assessment`() async throws {
        try await TestOffice.with { office in
            let school = try await office.school()
            let reader = try await office.person(.readOnly, of: school)
            let governor = try await office.person(.anonymised, of: school)
            for assessment in YearGroupAssessment.all {
                await #expect(throws: TrackerError.self) {
                    try await office.tracker.enter(
                        CellEntry(
                            assessment: assessment.kind, year: TestOffice.year, pupil: "1", column: "mark", text: "1",
                            date: nil, revision: nil), school: school, source: .grid, as: reader)
                }
                await #expect(throws: TrackerError.self) {
                    try await office.tracker.grid(
                        assessment, school: school, year: TestOffice.year, className: nil, as: governor)
                }
            }
        }
    }

    @Test(arguments: TestOffice.engines)
    func `Cohorts of several assessments and years come at one state of the data`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let pupil = try await pupil(office, "4", in: school)

            // when
            _ = try await office.tracker.enter(
                entry(.mtc, pupil, "mark", "24"), school: school, source: .grid, as: .operator)
            let results = try await office.tracker.results(.mtc, school: school, year: TestOffice.year, as: .operator)
            _ = try await office.tracker.enter(
                entry(.mtc, pupil, "mark", "25"), school: school, source: .grid, as: .operator)
            let again = try await office.tracker.results(.mtc, school: school, year: TestOffice.year, as: .operator)

            // then
            #expect(results.pupils.map { $0.values[.mtc]?["mark"] } == ["24"])
            #expect(again.pupils.map { $0.values[.mtc]?["mark"] } == ["25"])
        }
    }
}
