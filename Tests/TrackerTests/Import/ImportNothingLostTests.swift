import Assessment
import CommonTransferFile
import Foundation
import Storage
import Testing
import Tracker

/// Whatever a file has in it is taken, or named with a reason: what once went by in silence.
struct ImportNothingLostTests {
    private func full(_ sections: String, born: String = "2015-05-14", records: [String] = []) -> String {
        var file = ImportedCTF(qualifier: "full")
        file.pupils = [
            ImportedCTF.pupil(UPNs.text(60), "New", "Nia", born: born, sections: sections, records: records)
        ]
        return file.text
    }

    private func partial(born: String = "2014-11-01", _ records: [String]) -> String {
        var file = ImportedCTF()
        file.pupils = [ImportedCTF.pupil(ImportFixture.amira, born: born, records: records)]
        return file.text
    }

    @Test func `A result without a value has a reason`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                partial([ImportedCTF.record("KS2 ENG/TA/WRI/NC", "")]), year: nil)
            #expect(preview.lines == ["invalid writing.ta ->"])
            #expect(preview.message("writing.ta") == "The file gives no result here; a file clears nothing.")
        }
    }

    @Test("A date of a result is read as other dates are", arguments: ["2026-05-14", "14/05/2026"])
    func dates(_ text: String) async throws {
        try await ImportFixture.with { fixture in
            try await fixture.apply(
                partial([ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS", date: text)]), year: nil)
            let stored = try await fixture.database.read { session in
                try ResultStore(session).values(school: 1, year: ImportFixture.year(2026), assessment: .ks2)
            }
            #expect(stored[1]?["writing.ta"]?.assessedOn == CalendarDate(year: 2026, month: 5, day: 14))
        }
    }

    @Test func `The year that a table names counts, whatever year is said beside it`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                "UPN,Test year,READMRK\n\(ImportFixture.amira),2018/19,30\n\(ImportFixture.ben),,31\n", year: 2026)
            #expect(preview.source.year?.endYear == 2019)
            #expect(
                preview.warnings.contains(
                    "The file’s column “Test year” says 2018/19, which counts, and not 2025/26."))
            #expect(
                preview.lines.filter { $0.hasPrefix("new") } == ["new reading.paper1 ->30", "new reading.paper1 ->31"])
        }
    }

    @Test func `Of a table of several years one is read, and the lines of the others have a reason`() async throws {
        try await ImportFixture.with { fixture in
            let text =
                "UPN,Test year,WRITTAOUTCOME\n\(ImportFixture.amira),2026,EXS\n\(ImportFixture.ben),2019,EXS\n\(ImportFixture.zoe),26,GDS\n"
            let preview = try await fixture.preview(text, year: 2026)
            #expect(preview.lines.sorted() == ["invalid year ->2019", "invalid year ->26", "new writing.ta ->EXS"])
            #expect(
                preview.message("year")
                    == "This line is of 2018/19, and the file is read for 2025/26: read it once more for that year. 1 value is not taken."
            )
            // and without a year, or with one of which it has nothing, it is asked for
            for year in [nil, 2024] {
                await #expect(throws: TrackerError.self) { try await fixture.preview(text, year: year) }
            }
        }
    }

    @Test(arguments: ["", "2025/26", "25"])
    func `A file that does not say its school year is read for the one that the person says, or says what it lacks`(
        _ text: String
    ) async throws {
        try await ImportFixture.with { fixture in
            var file = ImportedCTF(qualifier: "full", academicYear: text)
            file.pupils = [
                ImportedCTF.pupil(
                    UPNs.text(60), "New", "Nia",
                    sections: "<BasicDetails><NCyearActual>6</NCyearActual></BasicDetails>")
            ]
            // without a year
            let preview = try await fixture.preview(file.text, year: nil)
            #expect(
                preview.warnings.contains {
                    $0.contains("AcademicYear") && $0.contains("are not taken: say the year")
                })
            // with one
            let outcome = try await fixture.apply(file.text, year: 2026)
            #expect(outcome.preview.warnings.contains { $0.hasSuffix("are taken as those of 2025/26.") })
            let nia = try #require(try await fixture.pupils().first { $0.surname == "New" })
            #expect(try await fixture.places().first { $0.pupilID == nia.id }?.yearGroup == .year6)
        }
    }

    @Test func `A test record of Key Stage 2 is never a Key Stage 1 result of a pupil in Year 6`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                partial([ImportedCTF.record("KS2 ENG/TT/SPE/NM", "15")]), year: nil)
            #expect(preview.lines == ["unknown_code KS2 ENG/TT/SPE/NM ->15"])
            #expect(preview.message("KS2 ENG/TT/SPE/NM")?.contains("the pupil was in Year 6 in 2025/26") == true)
        }
    }

    @Test func `A provisional result in small letters comes back as the same`() async throws {
        try await ImportFixture.with { fixture in
            let record = ImportedCTF.record("KS2 ENG/TA/WRI/NC", "exs", status: "P")
            try await fixture.apply(partial([record]), year: nil)
            let before = try await fixture.dump()
            let request = ExportDesk.request(.ownSystem, year: try ImportFixture.year(2026))
            let file = try await fixture.tracker.export(request, school: fixture.school, as: .operator)
            let again = try await fixture.apply(ExportDesk.text(file), year: nil)
            #expect(again.batch == nil)
            #expect(try await fixture.dump() == before)
        }
    }

    @Test func `A Key Stage 1 record where it belongs has no remark about another stage`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                partial([ImportedCTF.record("KS1 ENG/TT/SPE/NM", "15", year: 2022)]), year: nil)
            #expect(preview.warnings.allSatisfy { !$0.contains("another stage") })
        }
    }

    @Test("What was cleared, or left out by choice, goes out in no file", arguments: ImportFixture.engines)
    func staysOut(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given: one result cleared after it came, one never taken
            let text = partial([
                ImportedCTF.record("KS2 ENG/TA/WRI/NC", "GDS"), ImportedCTF.record("KS2 SCI/TA/SCI/NC", "HNM"),
            ])
            var choices = ImportChoices.none
            choices.leftOut = [ImportCellKey(pupil: ImportFixture.amira, year: 2026, column: "science.ta")]
            try await fixture.apply(text, year: nil, choices: choices)
            try await fixture.enter(["writing.ta": nil])
            // when
            let request = ExportDesk.request(.ownSystem, year: try ImportFixture.year(2026))
            let file = try await fixture.tracker.export(request, school: fixture.school, as: .operator)
            // then
            #expect(try ExportDesk.read(file.bytes).pupils.allSatisfy(\.records.isEmpty))
            let check = try await fixture.tracker.checkExport(request, school: fixture.school, as: .operator)
            let left = check.findings.filter { $0.message.hasSuffix("is left out: nothing is stored there now.") }
            #expect(left.count == 2)
        }
    }

    @Test func `What came in under another key stage and was not taken goes out in no file either`() async throws {
        try await ImportFixture.with { fixture in
            // given: a mark closes the teacher assessment, which stands under Key Stage 1
            try await fixture.enter(["mathematics.paper1": "20"])
            let preview = try await fixture.apply(
                partial([
                    ImportedCTF.record("KS1 MAT/TA/MAT/NC", "PK6"), ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS"),
                ]), year: nil
            ).preview
            #expect(preview.count(.conflict) == 1)
            // when
            let request = ExportDesk.request(.ownSystem, year: try ImportFixture.year(2026))
            let file = try await fixture.tracker.export(request, school: fixture.school, as: .operator)
            // then
            #expect(!ExportDesk.text(file).contains("PK6"))
            #expect(ExportDesk.text(file).contains("EXS"))
            let check = try await fixture.tracker.checkExport(request, school: fixture.school, as: .operator)
            #expect(
                check.findings.contains {
                    $0.message.contains("came in as PK6 and is left out: nothing is stored there now.")
                })
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A pupil of Key Stage 2 is not put into Year 2 of the year after by one record`(_ engine: DatabaseEngine)
        async throws
    {
        try await ImportFixture.with(engine, pupils: false) { fixture in
            // given: nobody has a place in 2025/26 yet
            try await fixture.apply(
                "UPN,Surname,Forename,Date of birth,Year group\n\(ImportFixture.amira),Ahmed,Amira,01/11/2015,4\n",
                year: 2025)
            // when
            let text = partial(born: "2015-11-01", [ImportedCTF.record("KS1 ENG/TA/WRI/NC", "EXS")])
            let outcome = try await fixture.apply(text, year: nil)
            // then
            #expect(outcome.places == 0)
            #expect(try await fixture.places().isEmpty)
            #expect(outcome.preview.warnings.contains { $0.contains("another year group than Year 2 in 2025/26") })
            // and one year group more than expected happens
            let right = try await fixture.apply(
                partial(born: "2015-11-01", [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")]), year: nil)
            #expect(right.places == 1)
        }
    }

    @Test func `A date of a result that is none is named, and the result taken`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                partial([ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS", date: "31/02/2026")]), year: nil)
            #expect(preview.lines == ["new writing.ta ->EXS"])
            #expect(
                preview.warnings.contains {
                    $0.hasPrefix("1 result has a ResultDate that can’t be read (first: “31/02/2026” in line ")
                })
        }
    }

    @Test(arguments: ["yesterday", "2026-13-08T07:45:00", "2026-07-08T31:00:00"])
    func `A time of writing that is none is named`(_ text: String) async throws {
        try await ImportFixture.with { fixture in
            var file = ImportedCTF(dateTime: text)
            file.pupils = [
                ImportedCTF.pupil(ImportFixture.amira, records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")])
            ]
            let preview = try await fixture.preview(file.text, year: nil)
            #expect(preview.warnings.contains { $0.hasPrefix("Its DateTime “\(text)” is no time, so ") })
            #expect(preview.lines == ["new writing.ta ->EXS"])
        }
    }

    @Test func `A date of birth that is none is named where none is stored from the file`() async throws {
        try await ImportFixture.with { fixture in
            let known = try await fixture.preview(
                partial(born: "2014-13-45", [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")]), year: nil)
            let unknown = try await fixture.preview(
                "SURNAME,FORENAMES,DOB,WRITTAOUTCOME\nBrook,Ben,30 Feb,EXS\n")
            #expect(known.warnings.contains { $0.hasPrefix("The date of birth can’t be read: line ") })
            #expect(unknown.warnings.contains { $0.hasPrefix("The date of birth can’t be read: line 2 (“30 Feb”).") })
            #expect(
                unknown.message("pupil")?.contains("but the file’s date of birth “30 Feb” can’t be read") == true)
        }
    }

    @Test(
        "A detail of a full file that can't be read is listed",
        arguments: [
            ("<BasicDetails><FormerUPN>nonsense</FormerUPN></BasicDetails>", "former_upn", "nonsense"),
            ("<BasicDetails><ServiceChild>X9</ServiceChild></BasicDetails>", "service_child", "X9"),
            (
                "<FSMhistory><FSMinstance><FSMstartDate>2020-01-01</FSMstartDate><FSMendDate>nope</FSMendDate></FSMinstance></FSMhistory>",
                "fsm", "nope"
            ),
            (
                "<SENhistory><SEN><StartDate>2019-09-04</StartDate><SENprovision>K</SENprovision></SEN><SEN><StartDate>soon</StartDate><SENprovision>E</SENprovision></SEN></SENhistory>",
                "sen", "soon"
            ),
        ])
    func details(_ section: String, _ column: String, _ value: String) async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(full(section), year: nil)
            #expect(outcome.pupilsAdded == 1)
            let item = try #require(outcome.preview.items.first { $0.column == column })
            #expect(item.status == .invalid)
            #expect(item.value == value)
            #expect(item.message?.isEmpty == false)
            let added = try #require(try await fixture.pupils().first { $0.surname == "New" })
            #expect(added.isFSM == (column == "fsm" ? nil : false))
            #expect(added.sen == nil)
        }
    }

    @Test func `What must be true or false and is neither is named`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                full("<LookedAfter><InCare>maybe</InCare></LookedAfter>"), year: nil)
            #expect(preview.warnings.contains { $0.hasPrefix("“InCare” must be true or false; “maybe” was not taken") })
        }
    }

    @Test func `Unknown and refused say nothing of a service child`() async throws {
        try await ImportFixture.with { fixture in
            for code in ["U", "R"] {
                let preview = try await fixture.preview(
                    full("<BasicDetails><ServiceChild>\(code)</ServiceChild></BasicDetails>"), year: nil)
                #expect(!preview.items.contains { $0.status == .invalid })
            }
        }
    }

    @Test func `Special consideration without a score is named`() async throws {
        try await ImportFixture.with { fixture in
            let preview = try await fixture.preview(
                "UPN,READSCORE,READSPECCON,WRITTAOUTCOME\n\(ImportFixture.amira),,Y,EXS\n\(ImportFixture.ben),,N,EXS\n")
            #expect(
                preview.lines == ["invalid reading.scaled ->Y", "new writing.ta ->EXS", "new writing.ta ->EXS"])
        }
    }

    @Test func `What has no place here is named by its element`() async throws {
        try await ImportFixture.with { fixture in
            let whole = try await fixture.preview(
                full(
                    "<BasicDetails><FormerSurname>Old</FormerSurname><EthnicitySource>P</EthnicitySource><Languages><Type><LanguageType>F</LanguageType><Language>POL</Language></Type><Type><LanguageType>H</LanguageType><Language>ENG</Language></Type></Languages></BasicDetails><SchoolHistory><School><LEA>820</LEA><Estab>9992</Estab><LeavingReason>PM</LeavingReason></School></SchoolHistory>"
                ), year: nil)
            #expect(
                whole.warnings.contains(
                    "Read, and not kept because there is no place for it here: EthnicitySource, FormerSurname, Languages other than the first, LeavingReason, SchoolHistory at other schools."
                ))
            var file = ImportedCTF()
            file.pupils = [
                ImportedCTF.pupil(
                    ImportFixture.amira, sections: "<BasicDetails><Ethnicity>WBRI</Ethnicity></BasicDetails>",
                    records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "EXS")])
            ]
            let results = try await fixture.preview(file.text, year: nil)
            #expect(
                results.warnings.contains(
                    "This file brings results only. What it says of the pupils themselves (BasicDetails) is not taken; a full file brings it."
                ))
        }
    }

    @Test func `A pupil without a UPN is not added twice, nor one whose former UPN is another's of the file`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            let heading = "UPN,Former UPN,Surname,Forename,Date of birth,Year group\n"
            let (first, second) = (UPNs.text(70), UPNs.text(71))
            let twice = "\(heading),,New,Nia,2015-01-01,6\n\(first),,NEW,Nia,01/01/2015,6\n,,Other,Olu,2015-01-01,6\n"
            let renamed = "\(heading)\(first),,New,Nia,2015-01-01,6\n\(second),\(first),New,Nia,2015-01-01,6\n"
            // when
            let one = try await fixture.preview(twice)
            let two = try await fixture.preview(renamed)
            let twins = try await fixture.preview(
                "\(heading)\(first),,New,Nia,2015-01-01,6\n\(second),\(second),New,Nia,2015-01-01,6\n")
            let said = try await fixture.preview(twice, choices: ImportChoices(pupils: ["line 2": .new]))
            // then
            #expect(one.items.map(\.status) == [.invalid, .invalid, .new])
            #expect(
                one.items.first?.message
                    == "line 2 (New, Nia) and line 3 (NEW, Nia) have the same name and date of birth, and not all of them a UPN: they may be one pupil, who must not be added twice. Nothing of these lines is taken: correct the file."
            )
            #expect(two.items.map(\.status) == [.invalid, .invalid])
            #expect(two.items.first?.message?.contains("the former UPN of the other") == true)
            #expect(twins.items.map(\.status) == [.new, .new])
            #expect(said.items.map(\.status) == [.new, .new, .new])
        }
    }

    @Test(
        "What a pupil's form refuses, a file does not bring either",
        arguments: [
            ("DOB", "2035-01-01", "date_of_birth", "The date of birth must be in the past."),
            (
                "Date of entry,Date of leaving", "2024-01-02,2024-01-01", "leaving_date",
                "The date of leaving must not be before the date of entry."
            ),
            ("Class", String(repeating: "x", count: 129), "class", "Class must be 128 characters or fewer"),
            ("Groups", String(repeating: "x", count: 129), "groups", "The name of a group must be "),
        ])
    func limits(_ heading: String, _ value: String, _ column: String, _ message: String) async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                "UPN,Surname,Forename,Year group,\(heading)\n\(UPNs.text(70)),New,Nia,6,\(value)\n")
            let item = try #require(outcome.preview.items.first { $0.status == .invalid })
            #expect(item.column == column)
            #expect(item.message?.hasPrefix(message) == true)
            #expect(outcome.pupilsAdded == 1)
            let pupil = try #require(try await fixture.pupils().first { $0.surname == "New" })
            #expect(pupil.dateOfBirth == nil && pupil.leavingDate == nil && pupil.groups.isEmpty)
            #expect(try await fixture.places().first { $0.pupilID == pupil.id }?.className == nil)
        }
    }
}
