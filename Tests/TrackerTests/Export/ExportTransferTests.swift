import Assessment
import CommonTransferFile
import Storage
import Testing
import Tracker

/// Transfers of pupils with all their results, to any system.
struct ExportTransferTests {
    private static let tests = ["KS2 ENG/TT/REA/NM", "KS2 ENG/TT/REA/NS", "KS2 ENG/TT/REA/NC"]

    private func incoming(_ records: [String], status: String = "R") -> [UInt8] {
        var file = ImportedCTF()
        file.pupils = [ImportedCTF.pupil(TestOffice.upns[0], "Adeyemi", "Temi", born: "2014-11-03", records: records)]
        return Array(file.text.utf8)
    }

    @Test(arguments: TestOffice.engines)
    func `records without a cell go out as they came, and are there again after a round trip`(engine: DatabaseEngine)
        async throws
    {
        let records = [
            ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS", date: "2026-06-19"),
            ImportedCTF.record("KS2 SCI/TA/SCI/NC", "HNM"),
            ImportedCTF.record("KS2 ENG/TT/REA/NM", "38"), ImportedCTF.record("KS2 ENG/TT/REA/NS", "109"),
            ImportedCTF.record("KS2 ENG/TT/REA/ZZ", "AS"), ImportedCTF.record("KS2 MAT/TT/MAT3/NM", "31"),
            ImportedCTF.record("Y05 ENG/TA/WRI/NL", "4b", year: 2025, status: "T"),
            ImportedCTF.record("KS1 ENG/TA/AT3/NF", "2A", year: 2015),
        ]
        var first: [UInt8] = []
        let expected = [
            "KS1 2015 ENG/TA/AT3/NF R 2A", "KS2 2026 ENG/TA/WRI/NC R EXS", "KS2 2026 ENG/TT/REA/NM R 38",
            "KS2 2026 ENG/TT/REA/NS R 109", "KS2 2026 ENG/TT/REA/ZZ R AS", "KS2 2026 MAT/TT/MAT3/NM R 31",
            "KS2 2026 SCI/TA/SCI/NC R HNM",
            "Y05 2025 ENG/TA/WRI/NL T 4b",
        ]
        try await TestOffice.with(engine, now: "2026-07-08T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.bringIn(incoming(records), school: school)

            // when
            let file = try await office.send(.ownSystem, school: school)

            // then
            first = file.bytes
            let written = try ExportDesk.read(file.bytes).pupils[0]
            #expect(ExportDesk.lines(written).sorted() == expected)
            #expect(written.records.first { $0.component == "WRI" && $0.stage == "KS2" }?.resultDate == "2026-06-19")
            #expect(file.check.findings.isEmpty, "\(file.check.lines)")
            #expect(
                file.check.remarks.contains { $0.contains("3 records of Key Stage 2 tests go out as they came in") })

            // and imported again they change nothing
            #expect(try await office.bringIn(first, school: school).batch == nil)
        }
        // and brought into an empty school and sent from there
        try await TestOffice.with(engine, now: "2026-09-20T12:00:00.000Z") { office in
            let school = try await office.school()
            try await office.bringIn(first, school: school)
            let again = try await office.send(.ownSystem, school: school)
            #expect(ExportDesk.text(again) == String(decoding: first, as: UTF8.self))
        }
    }

    @Test func `a test record that somebody has corrected since is left out, and said`() async throws {
        try await TestOffice.with(now: "2026-07-08T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.bringIn(
                incoming(
                    zip(Self.tests, ["38", "109", "AS"]).map { ImportedCTF.record($0, $1) } + [
                        ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS"), ImportedCTF.record("KS2 SCI/TA/SCI/NC", "EXS"),
                    ]), school: school)
            #expect(try await office.send(.ownSystem, school: school).check.findings.isEmpty)
            office.advance(60)

            // when: a remark after the return of a script
            try await office.store(["reading.paper1": "39", "reading.scaled": "110"], temi, school)
            let file = try await office.send(.ownSystem, school: school)

            // then
            #expect(
                file.check.lines == [
                    "note Adeyemi, Temi: The reading test records of a file that came in (38, 109, AS) are left out: 39, 110, AS is stored now."
                ])
            #expect(
                ExportDesk.lines(try ExportDesk.read(file.bytes).pupils[0]) == [
                    "KS2 2026 ENG/TA/WRI/NC R EXS", "KS2 2026 SCI/TA/SCI/NC R EXS",
                ])
            #expect(try await office.bringIn(file.bytes, school: school).batch == nil)
        }
    }

    @Test func `codes that are guessed are never written`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(temi, "reading.paper1", "38", in: school)
            try await office.enter(temi, "gps.paper1", "40", in: school)
            try await office.enter(temi, "science.ta", "EXS", in: school)

            // when
            let file = try await office.send(.ownSystem, school: school)

            // then
            #expect(ExportDesk.lines(try ExportDesk.read(file.bytes).pupils[0]) == ["KS2 2026 SCI/TA/SCI/NC R EXS"])
            #expect(file.check.remarks.contains { $0.contains("test results of 1 pupil are not in the file") })
            #expect(
                file.check.lines == [
                    "note Adeyemi, Temi: Writing teacher assessment is not in yet, so the file goes out without it."
                ])
        }
    }

    @Test(arguments: TestOffice.engines)
    func `the same state gives the same bytes, whenever it is asked for`(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            office.advance(100.25)
            try await office.enter(temi, "writing.ta", "EXS", in: school)
            let first = try await office.send(.ownSystem, school: school)

            // when
            office.advance(86_400 * 40)
            let second = try await office.send(.ownSystem, school: school)

            // then
            #expect(first.bytes == second.bytes)
            #expect(first.check.dateTime == "2026-06-16T10:01:41", "the second in which the last value came in is over")
            #expect(first.entry.sha256 == second.entry.sha256)

            // and a change is a new file
            try await office.enter(temi, "writing.ta", "GDS", in: school)
            let third = try await office.send(.ownSystem, school: school)
            #expect(third.bytes != second.bytes)
            #expect(third.check.dateTime == "2026-07-26T10:01:41")
        }
    }

    @Test func `results that were typed come back by file without a trace`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.enter(temi, "writing.ta", "EXS", in: school)
            try await office.enter(temi, "science.ta", "HNM", in: school)
            let file = try await office.send(.ownSystem, school: school)

            for _ in 1...2 {
                // when
                let outcome = try await office.bringIn(file.bytes, school: school)

                // then
                #expect(outcome.batch == nil && outcome.records == 0)
                #expect(try await office.send(.ownSystem, school: school).bytes == file.bytes)
            }
        }
    }

    @Test func `a full file has what is known of a pupil, and nothing empty`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            try await office.pupil(
                TestOffice.upns[0], "Adeyemi", "Temi", in: school,
                fields: [
                    "former-upns": TestOffice.upns[5], "preferred-forename": "Tem", "middle-names": "Ann Joy",
                    "ethnicity": "BAFR", "first-language": "YOR", "eal": "yes", "sen": "K", "fsm": "yes",
                    "service-child": "no", "looked-after": "no", "entry-date": "2021-09-01",
                ])

            // when
            let file = try await office.send(.school(DfENumber("820/9992")), school: school)

            // then
            let read = try ExportDesk.read(file.bytes)
            #expect(read.header?.isFull == true)
            #expect(read.header?.destination.code == "8209992")
            let pupil = try #require(read.pupils.first)
            let basic = try #require(pupil.basicDetails)
            #expect(basic.preferredForename == "Tem" && basic.middleNames == "Ann Joy")
            #expect(basic.yearGroup == "6" && basic.ethnicity == "BAFR" && basic.firstLanguage == "YOR")
            #expect(basic.serviceChild == "N" && basic.isEAL == true)
            #expect(basic.own == CTFOwnDetails(isFSM: true, senProvision: "K"))
            #expect(pupil.isLookedAfter == false)
            #expect(pupil.schoolHistory.first?.entry == "2021-09-01")
            #expect(!ExportDesk.text(file).contains("></"), "an empty element")
            #expect(try await office.bringIn(file.bytes, school: school).batch == nil)
        }
    }

    @Test func `up to version 23 the sex is called gender`() async throws {
        try await TestOffice.with(now: "2024-06-01T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            let year = try #require(SchoolYear(endYear: 2024))
            _ = try await office.tracker.addPupil(
                PupilForm([
                    "upn": TestOffice.upns[0], "surname": "Adeyemi", "forename": "Temi", "sex": "F",
                    "date-of-birth": "2013-11-03", "year-group": "6",
                ]), school: school, year: year, as: .operator)

            // when
            let text = ExportDesk.text(try await office.send(.ownSystem, year: year, school: school))

            // then
            #expect(text.contains("<CTFversion>23.0</CTFversion>") && text.contains("<Gender>F</Gender>"))
            #expect(!text.contains("<Sex>"))
        }
    }

    @Test func `who is in the file is chosen by year group, class or one by one`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let ben = try await office.pupil(TestOffice.upns[1], "Brook", "Ben", className: "6 Swift", in: school)
            let cem = try await office.pupil(
                TestOffice.upns[2], "Cem", "Ali", className: "5 Owl", in: school, fields: ["year-group": "5"])
            func names(_ scope: ExportScope) async throws -> [String?] {
                let file = try await office.send(.ownSystem, scope: scope, school: school)
                return try ExportDesk.read(file.bytes).pupils.map(\.surname)
            }

            // then
            #expect(try await names(.everybody) == ["Adeyemi", "Brook", "Cem"])
            #expect(try await names(.yearGroup(.year6)) == ["Adeyemi", "Brook"])
            #expect(try await names(.className("6 Swift")) == ["Brook"])
            #expect(try await names(.pupils([cem.upn?.text ?? "", String(temi.id)])) == ["Adeyemi", "Cem"])
            #expect(ben.id != cem.id)
        }
    }

    @Test func `pupils who would be taken for one another are refused`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            try await office.pupil(
                TestOffice.upns[1], "ADEYEMI", "Temi", in: school, fields: ["former-upns": TestOffice.upns[0]])

            // when
            let file = try await office.send(.ownSystem, school: school)

            // then
            #expect(
                file.check.lines == [
                    "refusal ADEYEMI, Temi: The former UPN \(TestOffice.upns[0]) is the UPN of Adeyemi, Temi. A receiver would take the two for one: correct the one that is wrong.",
                    "refusal Adeyemi, Temi: Is in the file twice: another pupil has the same name and date of birth (UPN \(TestOffice.upns[1])). Check which of them is right.",
                ])
        }
    }

    @Test func `a character that XML can’t hold stops the file until it is taken out`() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let temi = try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            let stamp = ChangeStamp(
                author: Author(id: nil, name: "x", role: "operator", source: .command), at: "2026-06-16T09:00:00.000Z")
            try await office.tracker.database.write { session in
                var pupil = temi
                pupil.middleNames = "Ann\u{1}Joy"
                let known = try PupilStore(session).find(school: school.id, id: temi.id)
                try PupilStore(session).update(
                    pupil, school: school.id, expectedRevision: known?.revision ?? 1, by: stamp)
            }

            // when
            let check = try await office.check(.ownSystem, school: school)

            // then
            #expect(
                check.lines == ["blocking Adeyemi, Temi: Middle names has a character (U+1) that must be taken out."])
            await #expect(throws: TrackerError.self) { try await office.send(.ownSystem, school: school) }
        }
    }

    @Test func `two records of one key from one file go out and are said, the newer of two files stands alone`()
        async throws
    {
        try await TestOffice.with(now: "2026-07-08T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            try await office.pupil(TestOffice.upns[0], "Adeyemi", "Temi", in: school)
            func send(_ results: [String]) async throws -> (lines: [String], findings: [String]) {
                try await office.bringIn(
                    incoming(results.map { ImportedCTF.record("KS1 ENG/TA/AT3/NF", $0, year: 2015) }), school: school)
                let file = try await office.send(.ownSystem, school: school)
                return (ExportDesk.lines(try ExportDesk.read(file.bytes).pupils[0]), file.check.lines)
            }

            // when, then
            let one = try await send(["2A"])
            #expect(one.lines == ["KS1 2015 ENG/TA/AT3/NF R 2A"] && one.findings.isEmpty)
            let newer = try await send(["3"])
            #expect(newer.lines == ["KS1 2015 ENG/TA/AT3/NF R 3"] && newer.findings.isEmpty)
            let both = try await send(["1", "W"])
            #expect(both.lines.count == 2)
            #expect(both.findings.count == 1 && both.findings[0].contains("came in one file as 1 and as W"))
        }
    }
}
