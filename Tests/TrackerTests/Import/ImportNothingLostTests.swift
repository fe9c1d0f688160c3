import Assessment
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
}
