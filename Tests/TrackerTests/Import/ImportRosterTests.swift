import Assessment
import Storage
import Testing
import Tracker

/// Lists of pupils.
struct ImportRosterTests {
    @Test("A list adds pupils, changes details and takes nobody out", arguments: ImportFixture.engines)
    func list(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let upn = UPNs.text(20)
            let file = """
                Legal surname;Given name;DOB;Gender;NC year;Reg group;UPN;Ever 6;SEN status;Groups
                Ahmed;Amira;01/11/2014;Female;Year 6;6 Heron;\(ImportFixture.amira);Y;K;Choir; 
                Quill;Quentin;2015-03-09;M;6;6 Heron;\(upn);N;N;Choir|Chess
                """.replacing("Choir; ", with: "Choir")
            // when
            let outcome = try await fixture.apply(file)
            // then
            #expect(
                outcome.preview.lines == [
                    "new sex ->F", "new sen ->K", "new fsm6 ->yes", "new groups ->Choir",
                    "changed class 6 Kestrel>6 Heron",
                    "new pupil ->Quill, Quentin, born 9 March 2015, Year 6, 6 Heron",
                ])
            #expect(
                outcome.preview.warnings.contains(
                    "3 pupils of Year 6 in 2025/26 are not in the file; they stay as they are."))
            let quentin = try #require(try await fixture.pupils().first { $0.surname == "Quill" })
            #expect(quentin.groups == ["Choir", "Chess"])
            #expect(quentin.isFSM6 == false)
            #expect(try await fixture.places().count == 5)
            // and the same list again changes nothing
            #expect(try await fixture.apply(file).batch == nil)
        }
    }

    @Test func `Blank cells and missing columns erase nothing`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.apply("UPN,Surname,SEN,Class,Year group\n\(ImportFixture.amira),Ahmed,K,6 Heron,6\n")
            // when
            let outcome = try await fixture.apply("UPN,Surname,SEN,Sex\n\(ImportFixture.amira),Ahmed,,F\n")
            // then
            #expect(outcome.preview.lines == ["new sex ->F"])
            let pupil = try #require(try await fixture.pupils().first { $0.id == 1 })
            #expect(pupil.sen == .support)
            #expect(try await fixture.places().first { $0.pupilID == 1 }?.className == "6 Heron")
        }
    }

    @Test func `Of two headings that mean the same the later is not read, and that is said; what was chosen holds`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            let text = "UPN,Surname,FSM6,Pupil Premium\n\(ImportFixture.amira),Ahmed,no,yes\n"
            // when
            let preview = try await fixture.preview(text)
            let changed = try await fixture.preview(
                text, options: ImportOptions(headings: ["FSM6": "", "Pupil Premium": "fsm6"]))
            // then
            #expect(preview.lines == ["new fsm6 ->no"])
            #expect(
                preview.warnings.contains(
                    "“Pupil Premium” means the same as “FSM6” here and is not read. Change what is read as what, if it should be the other one."
                ))
            #expect(preview.headings.first { $0.heading == "Pupil Premium" }?.fieldID == nil)
            #expect(changed.lines == ["new fsm6 ->yes"])
            // and one heading twice can't be told apart
            let error = await #expect(throws: TrackerError.self) {
                try await fixture.preview("UPN,Surname,FSM6,fsm-6\n\(ImportFixture.amira),Ahmed,yes,no\n")
            }
            #expect(
                error?.message
                    == "The headings “FSM6” and “fsm-6” both mean Ever 6. Take one of the columns out of the file, or give it another heading."
            )
        }
    }

    @Test func `A field that can't be read is listed with its line, the rest of the pupil is taken`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                "UPN,Surname,Forename,Sex,SEN,FSM,Date of birth\n\(ImportFixture.amira),Ahmed,Amira,Z,Q9,maybe,31/02/2014\n\(ImportFixture.ben),Brook,Benjamin,M,N,no,02/11/2014\n"
            )
            // then
            let invalid = outcome.preview.items.filter { $0.status == .invalid }
            #expect(invalid.map(\.line) == [2, 2, 2, 2])
            #expect(
                Set(invalid.compactMap(\.message)) == [
                    "Sex must be F, M or U, not “Z”.",
                    "SEN provision must be N (none), K (SEN support) or E (EHC plan), not “Q9”.",
                    "Free school meals must be yes or no (Y, N, true, false, 1, 0), not “maybe”.",
                    "Date of birth must be a date like 2014-11-03 or 03/11/2014, not “31/02/2014”.",
                ])
            #expect(try await fixture.pupils().first { $0.id == 2 }?.forename == "Benjamin")
            #expect(outcome.preview.item("forename")?.old == "Ben")
        }
    }

    @Test(arguments: [2026, 2027])
    func `The year that all lines name is the year of the list, whatever is said beside it`(given: Int) async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            // given
            let text =
                "UPN,Surname,Forename,Year group,Class,School year\n\(ImportFixture.amira),Ahmed,Amira,6,6K,2025/26\n"
            // when
            let preview = try await fixture.preview(text, year: given)
            try await fixture.apply(text, year: given)
            // then
            #expect(preview.source.year?.endYear == 2026)
            #expect(preview.source.saysYear)
            #expect(
                preview.warnings.contains { $0.hasPrefix("The lines say that they are of 2025/26") } == (given != 2026))
            #expect(try await fixture.places(2026).map(\.className) == ["6K"])
            #expect(try await fixture.places(2027).isEmpty)
        }
    }

    @Test func `Lines of several years go each into its own, and no year is named for all`() async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            // given
            let text =
                "UPN,Surname,Forename,Year group,School year\n\(ImportFixture.amira),Ahmed,Amira,6,2025/26\n\(ImportFixture.ben),Brook,Ben,5,2024/25\n"
            // when
            let preview = try await fixture.preview(text, year: 2027)
            try await fixture.apply(text, year: 2027)
            // then
            #expect(preview.source.year == nil)
            #expect(preview.source.years.map(\.label) == ["2024/25", "2025/26"])
            #expect(preview.headings.map(\.firstValue).contains("2025/26"))
            #expect(
                preview.warnings.contains(
                    "The lines say that they are of 2024/25 and 2025/26: the year group and class of each are taken as those of its own year."
                ))
            #expect(try await fixture.places(2026).count == 1)
            #expect(try await fixture.places(2025).count == 1)
        }
    }

    @Test func `The school year follows from year groups and birth dates when four of five agree`() async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            // given: born 2014/15, Year 6 in 2025/26
            let rows = (1...5).map { "\(UPNs.text($0)),S\($0),F,2015-0\($0)-01,\($0 == 5 ? "5" : "6")" }
            // when
            let preview = try await fixture.preview(
                "UPN,Surname,Forename,DOB,Year group\n" + rows.joined(separator: "\n"), year: nil)
            // then
            #expect(preview.source.year == (try ImportFixture.year(2026)))
            #expect(
                preview.warnings.contains(
                    "The file does not name its school year. 4 of 5 year groups and birth dates go together in 2025/26, so it was read as that year’s."
                ))
        }
    }

    @Test func `Without a clue the list is read as this school year's, and says so`() async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            let preview = try await fixture.preview(
                "UPN,Surname,Forename,Year group\n\(UPNs.text(1)),A,B,6\n", year: nil)
            #expect(preview.source.year == (try ImportFixture.year(2026)))
            #expect(preview.warnings.contains { $0.hasSuffix("so it was read as this school year’s, 2025/26.") })
        }
    }

    @Test("A column names the school year", arguments: ["2024/25", "2025", "2024-2025"])
    func schoolYear(_ text: String) async throws {
        try await ImportFixture.with { fixture in
            try await fixture.apply(
                "UPN,Surname,Year group,School year\n\(ImportFixture.amira),Ahmed,5,\(text)\n", year: nil)
            #expect(try await fixture.places(2025).map(\.yearGroup) == [.year5])
        }
    }

    @Test func `A pupil without a UPN needs a birth date, and is not added beside a namesake born that day`()
        async throws
    {
        try await ImportFixture.with { fixture in
            let outcome = try await fixture.apply(
                "Surname,Forename,DOB,Year group\nNew,Nia,2015-05-05,6\nNodate,Ned,,6\nBrook,Ben,02/11/2014,6\n")
            #expect(
                outcome.preview.items.filter { $0.column == "pupil" }.map(\.status) == [
                    .new, .invalid, .unmatchedPupil,
                ])
            #expect(
                outcome.preview.items.last?.message
                    == "The file gives no UPN. May be Brook, Ben, born 2 November 2014 (\(ImportFixture.ben)); confirm by hand."
            )
            #expect(outcome.pupilsAdded == 1)
        }
    }

    @Test func `A date of leaving marks a leaver and leaves the place alone`() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.apply("UPN,Surname,Date of leaving\n\(ImportFixture.amira),Ahmed,03/07/2026\n")
            #expect(try await fixture.pupils().first { $0.id == 1 }?.leavingDate?.description == "2026-07-03")
            #expect(try await fixture.places().count == 4)
        }
    }
}
