import Assessment
import Storage
import Testing
import Tracker

/// Full Common Transfer Files: pupils and their details.
struct ImportFullCTFTests {
    private static let sections = """
        <BasicDetails><PreferredForename>Ami</PreferredForename><NCyearActual>6</NCyearActual><Ethnicity>WBRI</Ethnicity>
        <Languages><Type><LanguageType>F</LanguageType><Language>POL</Language></Type></Languages>
        <ServiceChild>N</ServiceChild></BasicDetails>
        <FSMhistory><FSMinstance><FSMstartDate>2021-09-04</FSMstartDate><FSMendDate>2024-07-19</FSMendDate></FSMinstance></FSMhistory>
        <LookedAfter><InCare>false</InCare></LookedAfter>
        <SENhistory><SEN><StartDate>2020-09-01</StartDate><SENprovision>N</SENprovision><EndDate>2024-01-01</EndDate></SEN>
        <SEN><StartDate>2024-01-01</StartDate><SENprovision>K</SENprovision></SEN></SENhistory>
        """
    private static let history = """
        <SchoolHistory><School><LEA>820</LEA><Estab>9991</Estab><EntryDate>2021-09-02</EntryDate></School></SchoolHistory>
        """

    private static func file(_ pupils: [String], source: String = "8209991", destination: String = "8209991") -> String
    {
        ImportedCTF(source: source, destination: destination, qualifier: "full", pupils: pupils).text
    }

    @Test(
        "A full file adds a pupil with details, place and results, and undo takes it all away",
        arguments: ImportFixture.engines)
    func adds(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let upn = UPNs.text(60)
            let before = try await fixture.dump()
            let file = Self.file([
                ImportedCTF.pupil(
                    upn, "Novak", "Ada", born: "2015-01-20", sections: Self.sections + Self.history,
                    records: [ImportedCTF.record("KS2 ENG/TA/WRI/NC", "GDS")])
            ])
            // when
            let outcome = try await fixture.apply(file, year: nil)
            // then
            #expect(outcome.pupilsAdded == 1)
            #expect(
                outcome.preview.lines == [
                    "new pupil ->Novak, Ada, born 20 January 2015, Year 6", "new writing.ta ->GDS",
                ])
            let pupil = try #require(try await fixture.pupils().first { $0.surname == "Novak" })
            #expect(pupil.upn?.text == upn)
            #expect(pupil.isEAL == true)
            #expect(pupil.firstLanguage == "POL")
            #expect(pupil.isFSM == false)
            #expect(pupil.isFSM6 == true)
            #expect(pupil.sen == .support)
            #expect(pupil.isLookedAfter == false)
            #expect(pupil.isServiceChild == false)
            #expect(pupil.entryDate?.description == "2021-09-02")
            #expect(try await fixture.places().first { $0.pupilID == pupil.id }?.yearGroup == .year6)
            // when
            let again = try await fixture.apply(file, year: nil)
            let undone = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            // then
            #expect(again.batch == nil)
            #expect(undone.pupilsRemoved == 1)
            #expect(undone.leftAlone.isEmpty)
            #expect(try await fixture.dump() == before)
        }
    }

    @Test func `Details of a known pupil change, and what the file lacks stays`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.database.write { session in
                var pupil = try #require(try PupilStore(session).find(school: 1, id: 1)).pupil
                pupil.middleNames = "Rose"
                pupil.isFSM = true
                try PupilStore(session).update(
                    pupil, school: 1, expectedRevision: nil, by: ImportFixture.stamp(source: .grid))
            }
            // when
            let outcome = try await fixture.apply(
                Self.file([
                    ImportedCTF.pupil(
                        ImportFixture.amira, "Ahmed-Jones",
                        sections: "<BasicDetails><NCyearActual>6</NCyearActual></BasicDetails>")
                ]),
                year: nil)
            // then
            #expect(outcome.preview.lines == ["changed surname Ahmed>Ahmed-Jones", "new sex ->F", "new fsm6 ->no"])
            let pupil = try #require(try await fixture.pupils().first { $0.id == 1 })
            #expect(pupil.middleNames == "Rose")
            #expect(pupil.isFSM == true)
            #expect(try await fixture.places().first { $0.pupilID == 1 }?.className == "6 Kestrel")
        }
    }

    @Test(arguments: ImportFixture.engines)
    func `A new UPN is taken when the file names the stored one as the former and a person confirms it`(
        _ engine: DatabaseEngine
    ) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let new = UPNs.text(61)
            let sections = "<BasicDetails><FormerUPN>\(ImportFixture.amira)</FormerUPN></BasicDetails>"
            let file = Self.file([ImportedCTF.pupil(new, sections: sections)])
            // when
            let unconfirmed = try await fixture.apply(file, year: nil)
            let key = try #require(unconfirmed.preview.items.first?.cellKey)
            // then
            #expect(unconfirmed.preview.lines.first == "conflict upn \(ImportFixture.amira)>\(new)")
            #expect(unconfirmed.preview.takeableConflicts.isEmpty)
            #expect(try await fixture.pupils().first { $0.id == 1 }?.upn?.text == ImportFixture.amira)
            // when
            let outcome = try await fixture.apply(file, year: nil, choices: ImportChoices(conflicts: [key]))
            // then
            #expect(outcome.preview.lines.first == "changed upn \(ImportFixture.amira)>\(new)")
            let pupil = try #require(try await fixture.pupils().first { $0.id == 1 })
            #expect(pupil.upn?.text == new)
            #expect(pupil.formerUPNs.map(\.text) == [ImportFixture.amira])
            // and a later file with the old number finds the pupil
            let late = try await fixture.preview("UPN,READMRK\n\(ImportFixture.amira),38\n")
            #expect(late.lines == ["new reading.paper1 ->38"])
            // and undo gives the old number back
            _ = try await fixture.tracker.undo(batch: #require(outcome.batch), as: .operator)
            #expect(try await fixture.pupils().first { $0.id == 1 }?.upn?.text == ImportFixture.amira)
            #expect(try await fixture.pupils().first { $0.id == 1 }?.formerUPNs.isEmpty == true)
        }
    }

    @Test func `A pupil with the same name and birth date is not added a second time`() async throws {
        try await ImportFixture.with { fixture in
            let other = UPNs.text(62)
            let file = Self.file([ImportedCTF.pupil(other, "AHMED", "Amira")])
            let preview = try await fixture.preview(file, year: nil)
            let confirmed = try await fixture.apply(file, year: nil, choices: ImportChoices(pupils: [other: .new]))
            #expect(preview.items.map(\.status) == [.unmatchedPupil])
            #expect(confirmed.pupilsAdded == 1)
            #expect(try await fixture.pupils().count == 5)
        }
    }

    @Test func `Joiners get no place for a year in which they were elsewhere`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                Self.file([ImportedCTF.pupil(UPNs.text(63), "Lee", "Kim", sections: Self.sections)], source: "8209992"),
                year: nil)
            #expect(outcome.pupilsAdded == 1)
            #expect(outcome.places == 0)
            #expect(
                outcome.preview.warnings.contains {
                    $0.hasPrefix(
                        "1 pupil comes from another school and the file does not say that they joined by the end of 2025/26"
                    )
                })
        }
    }

    @Test func `A broken detail is listed and the others are taken`() async throws {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                Self.file([
                    ImportedCTF.pupil(
                        UPNs.text(64), "Lee", "Kim", born: "2015-02-30",
                        sections: "<BasicDetails><NCyearActual>66</NCyearActual></BasicDetails>")
                ]), year: nil)
            #expect(
                outcome.preview.message("date_of_birth")
                    == "Date of birth must be a date like 2014-11-03 or 03/11/2014, not “2015-02-30”.")
            #expect(
                outcome.preview.message("year_group") == "Year group must be like 6, Year 6, R or Reception, not “66”.")
            #expect(outcome.pupilsAdded == 1)
        }
    }
}
