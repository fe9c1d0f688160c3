import Assessment
import Storage
import Testing
import Tracker

/// A results CSV as a whole: pupils, schools, years, headings, roles.
struct ImportResultsFileTests {
    @Test func `The year must be given, and tests must have been held in it`() async throws {
        try await ImportFixture.with { fixture in
            let file = "UPN,READMRK\n\(ImportFixture.amira),38\n"
            await #expect(throws: TrackerError.self) { try await fixture.preview(file, year: nil) }
            do {
                _ = try await fixture.preview(file, year: 2020)
                Issue.record("2020 had no tests")
            } catch let error as TrackerError {
                #expect(error.message == "End of Key Stage 2, 2019/20: Not held because of the pandemic.")
            }
            let named = try await fixture.preview("UPN,READMRK,Test year\n\(ImportFixture.amira),38,2026\n", year: nil)
            #expect(named.source.year == (try ImportFixture.year(2026)))
        }
    }

    @Test func `A pupil who is not known is proposed by name and birth date, and taken once confirmed`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let stranger = UPNs.text(99)
            let file = "UPN,SURNAME,FORENAMES,DOB,READMRK\n\(stranger),OFICTIONAL SMITH,Zoe,03/11/2014,38\n"
            // when
            let preview = try await fixture.preview(file)
            let confirmed = try await fixture.apply(file, choices: ImportChoices(pupils: [stranger: .existing(3)]))
            // then
            #expect(preview.items.map(\.status) == [.unmatchedPupil])
            #expect(
                preview.items.first?.message
                    == "Nobody here has the UPN \(stranger). May be O’Fictional-Smith, Zoë, born 3 November 2014 (\(ImportFixture.zoe)); confirm by hand. 1 value is not taken."
            )
            #expect(confirmed.preview.lines == ["new reading.paper1 ->38"])
            #expect(try await fixture.facts(3) == ["reading.paper1": "38"])
            #expect(try await fixture.pupils().count == 4)
        }
    }

    @Test func `A UPN with a wrong check letter is invalid`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let wrong = "A" + ImportFixture.amira.dropFirst()
            // when
            let preview = try await fixture.preview("UPN,READMRK\n\(wrong),38\n")
            // then
            #expect(preview.lines == ["invalid upn ->\(wrong)"])
            #expect(
                preview.message("upn")
                    == "The UPN “\(wrong)” has a wrong check letter: with these numbers it must begin with \(ImportFixture.amira.prefix(1)). Check it against the register."
            )
        }
    }

    @Test func `A UPN that stands in the file twice takes nothing of either`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                """
                UPN,SURNAME,FORENAMES,READMRK
                \(ImportFixture.amira),Ahmed,Amira,38
                \(ImportFixture.ben),Brook,Ben,30
                \(ImportFixture.amira.lowercased()),Ahmed,Amira,39
                """)
            // then
            #expect(outcome.preview.count(.invalid) == 2)
            #expect(
                outcome.preview.message("upn")
                    == "The UPN \(ImportFixture.amira) stands in the file more than once: line 2 (Ahmed, Amira) and line 4 (Ahmed, Amira). Nothing of these pupils is taken."
            )
            #expect(try await fixture.facts(1).isEmpty)
            #expect(try await fixture.facts(2) == ["reading.paper1": "30"])
        }
    }

    @Test func `Lines of another school are listed; a file of only such lines is refused whole`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let both = """
                LAESTAB,UPN,SURNAME,READMRK
                8209992,\(UPNs.text(50)),Else,20
                820/2001,\(ImportFixture.amira),Ahmed,38
                """
            // when
            let preview = try await fixture.preview(both)
            // then
            #expect(preview.count(.new) == 1)
            #expect(preview.count(.otherSchool) == 1)
            #expect(
                preview.items.last?.message
                    == "This line is a pupil of 820/9992, not of 820/9991 (Millbrook Primary School). No such school is known here, or you may not bring files in for it. Give the file to somebody who may."
            )
            do {
                _ = try await fixture.apply("LAESTAB,UPN,READMRK\n8209992,\(ImportFixture.amira),20\n")
                Issue.record("the file is another school's")
            } catch let error as TrackerError {
                #expect(
                    error.message
                        == "This file is for another school: its pupils are those of 820/9992, not of 820/9991 (Millbrook Primary School). Open the school it is for."
                )
            }
        }
    }

    @Test func `A pupil without a place is put into Year 6, with a warning that counts`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply("UPN,READMRK\n\(ImportFixture.amira),38\n", year: 2025)
            // then
            #expect(outcome.places == 1)
            #expect(
                outcome.preview.warnings.contains(
                    "1 pupil had no place in 2024/25 and is put into Year 6, without a class."))
            #expect(try await fixture.places(2025).map(\.yearGroup) == [.year6])
        }
    }

    @Test func `The order of two files that don't overlap makes no difference`() async throws {
        // given
        let marks = "UPN,READMRK,MATARITHMRK,MATPAPER2MRK,MATPAPER3MRK\n\(ImportFixture.amira),38,40,30,30\n"
        let judgements = "UPN,WRITTAOUTCOME,SCITAOUTCOME\n\(ImportFixture.amira),GDS,EXS\n"
        var dumps: [[String]] = []
        // when
        for files in [[marks, judgements], [judgements, marks]] {
            try await ImportFixture.with { fixture in
                for file in files { try await fixture.apply(file) }
                dumps.append(try await fixture.dump())
            }
        }
        // then
        #expect(dumps[0] == dumps[1])
    }

    @Test func `A heading that is given to a field by hand is remembered for the next file`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let file = "UPN,READMRK,Schreiben\n\(ImportFixture.amira),38,EXS\n"
            let next = "READMRK,Schreiben,UPN\n30,WTS,\(ImportFixture.ben)\n"
            // when
            let before = try await fixture.preview(file)
            try await fixture.apply(file, options: ImportOptions(headings: ["Schreiben": "writing.ta"]))
            let after = try await fixture.preview(next)
            // then
            #expect(before.headings.map(\.isUnknown) == [false, false, true])
            #expect(before.warnings.contains("Headings that are not read: Schreiben."))
            #expect(after.lines == ["new reading.paper1 ->30", "new writing.ta ->WTS"])
            #expect(after.headings.map(\.isChosen) == [false, true, false])
        }
    }

    @Test("Who may not bring files in is refused", arguments: [Role.fullEdit, .partialEdit, .readOnly, .anonymised])
    func roles(_ role: Role) async throws {
        try await ImportFixture.with { fixture in
            do {
                _ = try await fixture.preview(
                    "UPN,READMRK\n\(ImportFixture.amira),38\n", as: ImportFixture.caller(role))
                Issue.record("\(role) may not")
            } catch let error as TrackerError {
                guard case .notAllowed(.importFiles, role: role) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test func `A line with too few values is listed and the others are taken`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                "UPN,READMRK,WRITTAOUTCOME\n\(ImportFixture.amira),38\n\(ImportFixture.ben),30,EXS\n")
            // then
            #expect(outcome.preview.items.last?.line == 2)
            #expect(outcome.preview.count(.invalid) == 1)
            #expect(try await fixture.facts(2).count == 2)
        }
    }

    @Test(
        "What is no file to take says what was looked for",
        arguments: [
            ("Colour,Size\nred,3\n", "This is not a file that can be taken."),
            ("upn,assessment,column,value\n", "This is a list of marks, one a line."),
            (
                "PK\u{3}\u{4}aaaaaaaaaaaaaaaaaaaaaaaaaa[Content_Types].xml",
                "The workbook is damaged: it ends too early"
            ),
            ("", "The selected file is empty."),
            ("UPN,A\n\"x,y\n", "The quotation mark that opens line 2, column 1 is never closed."),
        ])
    func unrecognised(_ content: String, _ message: String) async throws {
        try await ImportFixture.with { fixture in
            do {
                _ = try await fixture.preview(content)
                Issue.record("not a file to take")
            } catch let error as TrackerError {
                #expect(error.message.hasPrefix(message))
            }
        }
    }
}
