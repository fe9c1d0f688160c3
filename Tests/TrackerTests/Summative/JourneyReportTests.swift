import Assessment
import Reports
import Storage
import Testing

@testable import Tracker

@Suite struct JourneyReportTests {
    private static let before = SchoolYear(endYear: 2025)!

    /// Three pupils of Year 6 who were in Year 5 the year before, with judgements of both years, Key Stage 1 and 2.
    private static func school(_ office: TestOffice) async throws -> (School, [Pupil]) {
        let school = try await office.school()
        var pupils: [Pupil] = []
        for (place, name) in ["Adeyemi", "Brook", "Chaudhry"].enumerated() {
            var form = [
                "upn": TestOffice.upns[place], "surname": name, "forename": "Sam", "year-group": "5",
                "class": "5 Kestrel",
            ]
            let pupil = try await office.tracker.addPupil(
                PupilForm(form), school: school, year: before, as: .operator)
            form["year-group"] = "6"
            form["class"] = place == 2 ? "6 Merlin" : "6 Kestrel"
            try await office.tracker.update(
                pupil: pupil.id, PupilForm(form), revision: nil, school: school, year: TestOffice.year, as: .operator)
            pupils.append(pupil)
        }
        let judged: [(Int, SchoolYear, ColumnID, String)] = [
            (0, before, "summer2.reading", "SE"), (1, before, "summer2.reading", "Just At"),
            (2, before, "summer2.reading", "BE"), (0, TestOffice.year, "spring1.reading", "JA"),
            (1, TestOffice.year, "spring1.reading", "SE"),
        ]
        for (place, year, column, text) in judged {
            try await enter(office, .summative, pupils[place], year, column, text, school)
        }
        for (place, text) in ["GDS", "EXS", "EXS"].enumerated() {
            try await enter(office, .ks1, pupils[place], SchoolYear(endYear: 2022)!, "reading.ta", text, school)
        }
        for (place, score) in ["112", "99", "103"].enumerated() {
            try await enter(office, .ks2, pupils[place], TestOffice.year, "reading.scaled", score, school)
        }
        return (school, pupils)
    }

    private static func enter(
        _ office: TestOffice, _ kind: AssessmentKind, _ pupil: Pupil, _ year: SchoolYear, _ column: ColumnID,
        _ text: String, _ school: School
    ) async throws {
        if year.endYear == 2022 {
            // Reached before the pupil came to this school, so it has no cohort here to be typed into.
            try await office.tracker.database.write { session in
                _ = try ResultStore(session).put(
                    ResultChange(
                        cell: CellKey(year: year, assessment: kind, pupilID: pupil.id, column: column), value: text,
                        assessedOn: nil), school: school.id, expectedRevision: nil,
                    by: ChangeStamp(
                        author: Author(id: nil, name: "Office", role: "operator", source: .file),
                        at: "2026-06-01T09:00:00.000Z", batchID: nil))
            }
            return
        }
        _ = try await office.tracker.enter(
            CellEntry(
                assessment: kind, year: year, pupil: pupil.upn?.text ?? "", column: column, text: text, date: nil,
                revision: nil), school: school, source: .grid, as: .operator)
    }

    @Test(arguments: TestOffice.engines)
    func `a matrix has the pupils of today with what was recorded of them in other years`(engine: DatabaseEngine)
        async throws
    {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let request = MatrixRequest(year: TestOffice.year)
            // when
            let report = try await office.tracker.conversionMatrix(request, school: school, as: .operator)
            // then
            #expect(report.content.cell("GDS", "110+")?.pupils == [pupils[0].id])
            #expect(report.content.cell("EXS", "below_100")?.pupils == [pupils[1].id])
            #expect(report.content.cell("EXS", "below_100")?.step == .lower)
            #expect(report.content.pupils == 3)
            #expect(request.thought.results(in: report.cohort)[pupils[1].id] == "Just At")
            #expect(report.groups.contains(.schoolClass("6 Merlin")))

            // when somebody changes a score, the matrix is right on the next request
            _ = try await office.enter(pupils[1], "reading.scaled", "101", in: school)
            let after = try await office.tracker.conversionMatrix(request, school: school, as: .operator)
            #expect(after.content.cell("EXS", "100-109")?.pupils == [pupils[1].id, pupils[2].id])
        }
    }

    @Test(arguments: TestOffice.engines)
    func `judgements of a year group's past stand under the year group of then, and From and To can be exchanged`(
        engine: DatabaseEngine
    ) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let then = MatrixSide(.judgement(.year5, .summer2), .reading)
            let now = MatrixSide(.judgement(.year6, .spring1), .reading)
            // when
            let there = try await office.tracker.conversionMatrix(
                MatrixRequest(year: TestOffice.year, from: then, to: now), school: school, as: .operator)
            let back = try await office.tracker.conversionMatrix(
                MatrixRequest(year: TestOffice.year, from: now, to: then), school: school, as: .operator)
            // then
            #expect(there.content.cell("SE", "JA")?.pupils == [pupils[0].id])
            #expect(there.content.cell("SE", "JA")?.step == .lower)
            #expect(there.content.cell("JA", "SE")?.step == .higher)
            let without = try #require(there.content.without.first)
            #expect(there.content.without.count == 1)
            #expect(without.id == pupils[2].id)
            #expect(without.from == nil)
            #expect(without.to == "Not assessed")
            #expect(back.content.cell("JA", "SE")?.pupils == [pupils[0].id])
            // when the pupils are looked at where they were the year before
            let year5 = try await office.tracker.conversionMatrix(
                MatrixRequest(
                    year: Self.before, yearGroup: .year5, from: then, to: MatrixSide(.keyStage2Test, .reading)),
                school: school, as: .operator)
            #expect(year5.content.total == 3)
        }
    }

    @Test(arguments: TestOffice.engines)
    func `progress is of the pupils of the year with their judgements of two years`(engine: DatabaseEngine)
        async throws
    {
        try await TestOffice.with(engine) { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let request = ProgressRequest(
                year: TestOffice.year, from: TermPoint(year: Self.before, term: .summer2),
                to: TermPoint(year: TestOffice.year, term: .spring1))
            // when
            let report = try await office.tracker.summativeProgress(request, school: school, as: .operator)
            // then
            let reading = try #require(report.content.figure(.reading))
            #expect(reading.pupils(.below).map(\.id) == [pupils[0].id])
            #expect(reading.pupils(.better).map(\.id) == [pupils[1].id])
            #expect(reading.pupils(.notAssessed).map(\.id) == [pupils[2].id])
            #expect(report.content.groups.contains(GroupSelection(.schoolClass("6 Merlin"))))
            let json = try await office.tracker.journeyJSON(.progress(request), school: school, as: .operator)
            #expect(String(decoding: json, as: UTF8.self).contains(#""from":"2025.summer2","to":"2026.spring1""#))
        }
    }

    @Test func `a report during which the data moved is not kept`() async throws {
        try await TestOffice.with(.sqlite) { office in
            // given a report of which a part was read before a change and a part after it
            let (school, pupils) = try await Self.school(office)
            let tracker = office.tracker
            let request = MatrixRequest(year: TestOffice.year)
            let mixed = try await tracker.kept(.matrix(request), school: school) {
                let old = try await tracker.conversionMatrix(request, school: school, as: .operator)
                _ = try await office.enter(pupils[1], "reading.scaled", "101", in: school)
                let new = try await tracker.conversionMatrix(request, school: school, as: .operator)
                return JourneyReport(
                    school: school, year: new.year, content: old.content, groups: new.groups, cohort: new.cohort,
                    stamp: new.stamp)
            }
            #expect(mixed.content.cell("EXS", "below_100")?.pupils == [pupils[1].id])

            // when
            let after = try await tracker.conversionMatrix(request, school: school, as: .operator)

            // then
            #expect(after.content.cell("EXS", "100-109")?.pupils == [pupils[1].id, pupils[2].id])
        }
    }

    @Test func `judgements have a history, in the ledger of all results`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, pupils) = try await Self.school(office)
            let entry = CellEntry(
                assessment: .summative, year: TestOffice.year, pupil: try #require(pupils[0].upn).text,
                column: "spring1.reading", text: "above", date: nil, revision: 1)
            // when
            let saved = try await office.tracker.enter(entry, school: school, source: .grid, as: .operator)
            // then
            #expect(saved.value == "AB")
            #expect(saved.row.cell("spring1.reading")?.value == "AB")
            let results = try await office.tracker.results(
                .summative, school: school, year: TestOffice.year, as: .operator)
            #expect(
                results.pupils.first { $0.pupil.id == pupils[0].id }?.values[.summative]?["spring1.reading"] == "AB")
            let own = try await office.tracker.results(of: pupils[0].id, school: school, as: .operator)
            #expect(
                own.filter { $0.assessment.kind == .summative }.map {
                    [$0.year.endYear, $0.assessment.yearGroup.ageAtStart]
                }
                    == [[2026, YearGroup.year6.ageAtStart], [2025, YearGroup.year5.ageAtStart]])
            let problems = try await office.tracker.database.read { try LedgerAudit($0).problems(school: school.id) }
            #expect(problems.isEmpty)
        }
    }

    @Test func `who sees no names gets none of these reports, in no form`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            let governor = try await office.person(.anonymised, of: school)
            let reader = try await office.person(.readOnly, of: school)
            let expectations = try #require(ExpectationsRequest(year: TestOffice.year))
            let requests: [Tracker.JourneyRequest] = [
                .matrix(MatrixRequest(year: TestOffice.year)), .progress(ProgressRequest(year: TestOffice.year)),
                .expectations(expectations),
            ]
            func isRefused(_ body: () async throws -> Void) async -> Bool {
                do {
                    try await body()
                } catch TrackerError.notAllowed(.viewPupils, role: .anonymised) {
                    return true
                } catch {}
                return false
            }
            let tracker = office.tracker
            for request in requests {
                // then
                #expect(await isRefused { _ = try await tracker.journeyJSON(request, school: school, as: governor) })
                #expect(await isRefused { _ = try await tracker.journeyText(request, school: school, as: governor) })
                #expect(
                    await isRefused {
                        _ = try await tracker.journeyFile(request, as: .csv, school: school, for: governor)
                    })
                #expect(try await !tracker.journeyFile(request, as: .xlsx, school: school, for: reader).isEmpty)
            }
        }
    }

    @Test func `an outcome that is not of Key Stage 2 is no expectation, and too few cohorts say so`() async throws {
        try await TestOffice.with { office in
            // given
            let (school, _) = try await Self.school(office)
            #expect(ExpectationsRequest(year: TestOffice.year, outcome: MatrixSide(.multiplication)) == nil)
            let request = try #require(ExpectationsRequest(year: TestOffice.year))
            // when
            let report = try await office.tracker.expectations(request, school: school, as: .operator)
            // then
            #expect(report.content.tooFew?.hasPrefix("No past cohort has both Year 5 Summer 2, reading") == true)
        }
    }
}
