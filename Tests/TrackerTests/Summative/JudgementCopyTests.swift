import Assessment
import Reports
import Storage
import Testing
import Tracker

@Suite struct JudgementCopyTests {
    private static let autumn1 = TermPoint(year: TestOffice.year, term: .autumn1)
    private static let autumn2 = TermPoint(year: TestOffice.year, term: .autumn2)

    /// Three pupils of 6 Kestrel and one of 6 Merlin. Of the first, reading is judged in both terms; of the third nothing.
    private static func school(_ office: TestOffice) async throws -> (School, [Pupil]) {
        let school = try await office.school()
        var pupils: [Pupil] = []
        for (place, name) in ["Adeyemi", "Brook", "Chaudhry", "Dale"].enumerated() {
            pupils.append(
                try await office.pupil(
                    TestOffice.upns[place], name, "Sam", className: place == 3 ? "6 Merlin" : "6 Kestrel", in: school))
        }
        let judged: [(Int, ColumnID, String)] = [
            (0, "autumn1.reading", "JA"), (0, "autumn1.writing", "BE"), (0, "autumn2.reading", "SE"),
            (1, "autumn1.reading", "AB"), (3, "autumn1.reading", "SAB"),
        ]
        for (place, column, text) in judged { try await enter(office, pupils[place], column, text, school) }
        return (school, pupils)
    }

    @discardableResult
    private static func enter(
        _ office: TestOffice, _ pupil: Pupil, _ column: ColumnID, _ text: String, _ school: School,
        as caller: Caller = .operator
    ) async throws -> EnteredCell {
        try await office.tracker.enter(
            CellEntry(
                assessment: .summative, year: TestOffice.year, pupil: pupil.upn?.text ?? "", column: column, text: text,
                date: nil, revision: nil), school: school, source: .grid, as: caller)
    }

    private static func values(_ office: TestOffice, _ school: School, _ term: SummativeTerm) async throws
        -> [Int64: [ColumnID: String]]
    {
        let facts = try await office.tracker.database.read {
            try ResultStore($0).facts(school: school.id, year: TestOffice.year, assessment: .summative)
        }
        return facts.mapValues { $0.filter { SummativeColumns.parts($0.key)?.term == term } }.filter {
            !$0.value.isEmpty
        }
    }

    @Test(arguments: TestOffice.engines)
    func `a class begins a term with the judgements before; what is judged stays, and it can be taken back`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let copy = JudgementCopy(
                yearGroup: .year6, className: "6 Kestrel", from: Self.autumn1, to: Self.autumn2)

            // when only asked
            let plan = try await office.tracker.planCopy(copy, school: school, as: .operator)

            // then
            #expect(plan.rows.map(\.pupil.id) == pupils.prefix(3).map(\.id))
            #expect(plan.rows[0].steps == [.keeps(.securelyAt), .copies(.below), .nothingBefore])
            #expect(plan.rows[1].steps == [.copies(.above), .nothingBefore, .nothingBefore])
            #expect(plan.counts() == (copied: 2, kept: 1, without: 6))
            #expect(plan.counts(.reading) == (copied: 1, kept: 1, without: 1))
            #expect(
                try await Self.values(office, school, .autumn2) == [pupils[0].id: ["autumn2.reading": "SE"]])

            // when
            let done = try await office.tracker.copyForward(
                copy, agreed: plan.fingerprint, school: school, as: .operator)

            // then
            let batch = try #require(done.batch)
            #expect(
                try await Self.values(office, school, .autumn2) == [
                    pupils[0].id: ["autumn2.reading": "SE", "autumn2.writing": "BE"],
                    pupils[1].id: ["autumn2.reading": "AB"],
                ])
            let again = try await office.tracker.copyForward(copy, school: school, as: .operator)
            #expect(again.batch == nil)

            // when one of them is judged otherwise and the copy is taken back
            try await Self.enter(office, pupils[1], "autumn2.reading", "SAB", school)
            let undone = try await office.tracker.undo(batch: batch, as: .operator)

            // then
            #expect(undone.values == 1)
            #expect(undone.leftAlone.map(\.pupilID) == [pupils[1].id])
            #expect(
                try await Self.values(office, school, .autumn2) == [
                    pupils[0].id: ["autumn2.reading": "SE"], pupils[1].id: ["autumn2.reading": "SAB"],
                ])
            let problems = try await office.tracker.database.read { try LedgerAudit($0).problems(school: school.id) }
            #expect(problems.isEmpty)
        }
    }

    @Test func `from the year before, and of one subject`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let before = SchoolYear(endYear: 2025)!
            try await office.tracker.update(
                pupil: pupils[0].id,
                PupilForm([
                    "upn": TestOffice.upns[0], "surname": "Adeyemi", "forename": "Sam", "year-group": "5",
                    "class": "5 Kestrel",
                ]), revision: nil, school: school, year: before, as: .operator)
            for column in ["summer2.reading", "summer2.writing"] as [ColumnID] {
                _ = try await office.tracker.enter(
                    CellEntry(
                        assessment: .summative, year: before, pupil: TestOffice.upns[0], column: column, text: "SE",
                        date: nil, revision: nil), school: school, source: .grid, as: .operator)
            }
            // when
            let done = try await office.tracker.copyForward(
                JudgementCopy(
                    yearGroup: .year6, from: TermPoint(year: before, term: .summer2),
                    to: TermPoint(year: TestOffice.year, term: .spring1), subject: .writing), school: school,
                as: .operator)
            // then
            #expect(done.plan.counts() == (copied: 1, kept: 0, without: 3))
            #expect(
                try await Self.values(office, school, .spring1) == [pupils[0].id: ["spring1.writing": "SE"]])
        }
    }

    @Test func `who left before the later term is not judged in it; who left at the end of a year that is over was`()
        async throws
    {
        for (now, left, isThere) in [
            ("2026-06-16T09:00:00.000Z", "2026-05-01", false), ("2026-06-16T09:00:00.000Z", "2026-07-21", true),
            ("2026-11-22T09:00:00.000Z", "2026-07-21", true), ("2026-11-22T09:00:00.000Z", "2026-05-01", false),
        ] {
            try await TestOffice.with(now: now) { office in
                // given
                let school = try await office.school()
                let pupil = try await office.pupil(
                    TestOffice.upns[0], "Adeyemi", "Temi", in: school, fields: ["leaving-date": left])
                try await office.pupil(TestOffice.upns[1], "Brook", "Sam", in: school)
                // when
                let plan = try await office.tracker.planCopy(
                    JudgementCopy(
                        yearGroup: .year6, from: Self.autumn1, to: TermPoint(year: TestOffice.year, term: .summer2)),
                    school: school, as: .operator)
                // then
                #expect(plan.rows.contains { $0.pupil.id == pupil.id } == isThere, "\(now) \(left)")
            }
        }
    }

    @Test func `what can’t be copied is refused with what to do, and nothing is stored`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            func message(_ copy: JudgementCopy, agreed: String? = nil) async -> String? {
                do {
                    _ = try await office.tracker.copyForward(copy, agreed: agreed, school: school, as: .operator)
                    return nil
                } catch { return (error as? TrackerError)?.message }
            }
            // then
            let backwards = JudgementCopy(yearGroup: .year6, from: Self.autumn2, to: Self.autumn1)
            #expect(
                await message(backwards)
                    == "The term to copy from must be before Autumn 1, 2025/26. Choose an earlier one.")
            #expect(
                await message(
                    JudgementCopy(yearGroup: .year6, className: "6 Wren", from: Self.autumn1, to: Self.autumn2))
                    == "There is nobody of 6 Wren in Year 6 in 2025/26. Choose another class.")
            #expect(
                await message(
                    JudgementCopy(yearGroup: .year6, from: Self.autumn1, to: Self.autumn2, subject: .science))?
                    .hasPrefix("The subject must be one that the school judges: Reading") == true)
            #expect(
                await message(JudgementCopy(yearGroup: .year6, from: Self.autumn1, to: Self.autumn2), agreed: "old")
                    == TrackerError.planIsOld.message)
            #expect(try await Self.values(office, school, .autumn2).count == 1)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `a class teacher enters and copies judgements of their own class and takes back their own copy only`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            func teacher(_ email: String, _ classes: [String]) async throws -> Caller {
                _ = try await office.tracker.addUser(
                    email: email, name: nil, role: .partialEdit, school: school, classes: classes,
                    password: "three-words-long", as: .operator)
                return try await office.tracker.caller(email: email)
            }
            let kestrel = try await teacher("kestrel@school.example", ["6 Kestrel"])
            let merlin = try await teacher("merlin@school.example", ["6 merlin"])
            func message(_ body: () async throws -> Void) async -> String? {
                do {
                    try await body()
                    return nil
                } catch { return (error as? TrackerError)?.message }
            }
            let copy = JudgementCopy(
                yearGroup: .year6, className: "6 Kestrel", from: Self.autumn1, to: Self.autumn2)

            // then: their own class, in whatever case it was written
            #expect(
                await message { try await Self.enter(office, pupils[2], "autumn1.reading", "JA", school, as: kestrel) }
                    == nil)
            #expect(
                await message { try await Self.enter(office, pupils[3], "autumn1.writing", "JA", school, as: merlin) }
                    == nil)
            // not another's
            #expect(
                await message { try await Self.enter(office, pupils[3], "autumn1.reading", "JA", school, as: kestrel) }
                    == "Dale, Sam is in 6 Merlin. You may enter judgements of 6 Kestrel.")
            // no result
            #expect(
                await message { try await office.enter(pupils[0], "writing.ta", "EXS", in: school, as: kestrel) }?
                    .contains("may not enter or change results") == true)
            // of a block, what is theirs
            let block = try await office.tracker.enter(
                CellBlock(
                    assessment: .summative, year: TestOffice.year, date: nil,
                    cells: [0, 3].map {
                        BlockCell(pupil: TestOffice.upns[$0], column: "spring1.reading", text: "SE", revision: nil)
                    }), school: school, source: .paste, as: kestrel)
            #expect(block.answers[0] == .saved(value: "SE", revision: 1, isOwn: true))
            #expect(
                block.answers[1]
                    == .invalid("Dale, Sam is in 6 Merlin. You may enter judgements of 6 Kestrel.", isForm: false))
            // of a file, all or nothing
            let lines = [0, 3].map {
                MarkLine(
                    line: $0 + 2, upn: TestOffice.upns[$0], assessment: "summative", column: "spring2.reading",
                    value: "SE", date: "")
            }
            let outcome = try await office.tracker.enter(
                lines, school: school, year: TestOffice.year, skipInvalid: false, source: .command, as: kestrel)
            #expect(!outcome.isApplied)
            #expect(outcome.problems.map(\.line) == [5])
            // the history of another's cell offers nothing to put back
            for (place, canRestore) in [(0, true), (3, false)] {
                let history = try await office.tracker.history(
                    .summative, year: TestOffice.year, pupil: TestOffice.upns[place], column: "autumn1.reading",
                    school: school, as: kestrel)
                #expect(history.canRestore == canRestore)
                #expect(history.yearGroup == .year6)
            }
            // the whole year group is not theirs to copy
            #expect(
                await message {
                    _ = try await office.tracker.planCopy(
                        JudgementCopy(yearGroup: .year6, from: Self.autumn1, to: Self.autumn2), school: school,
                        as: kestrel)
                } == "You may enter judgements of 6 Kestrel.")
            // a year that is over is not theirs
            #expect(
                await message {
                    _ = try await office.tracker.planCopy(
                        JudgementCopy(
                            yearGroup: .year6, className: "6 Kestrel",
                            from: TermPoint(year: SchoolYear(endYear: 2024)!, term: .autumn1),
                            to: TermPoint(year: SchoolYear(endYear: 2025)!, term: .autumn1)), school: school,
                        as: kestrel)
                }
                    == "Your role is Partial Edit. It enters judgements of the current school year (2025/26), not of 2024/25. Ask somebody with the role Full Edit."
            )

            // when
            let batch = try #require(
                try await office.tracker.copyForward(copy, school: school, as: kestrel).batch)

            // then
            #expect(
                await message { _ = try await office.tracker.undo(batch: batch, as: merlin) }?
                    .contains("may not enter or change results") == true)
            #expect(await message { _ = try await office.tracker.undo(batch: batch, as: kestrel) } == nil)
            let reader = try await office.person(.readOnly, of: school)
            #expect(
                await message { _ = try await office.tracker.planCopy(copy, school: school, as: reader) }?
                    .contains("may not enter or change judgements") == true)
        }
    }
}
