import Assessment
import Storage
import Testing
import Tracker

/// A results CSV: what becomes of each cell.
struct ImportResultsTests {
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "9223372036854775805"])
    func `A score without special consideration that is none is named, however large`(score: String) async throws {
        try await ImportFixture.with { fixture in
            // when
            let preview = try await fixture.preview(
                "UPN,READSCORE,READSCORE_noSpeccon\n\(ImportFixture.amira),100,\(score)\n")
            // then
            #expect(preview.count(.invalid) == 1)
            #expect(preview.count(.new) == 0)
        }
    }

    @Test("A results file is stored once: the second time everything is the same", arguments: ImportFixture.engines)
    func twice(_ engine: DatabaseEngine) async throws {
        try await ImportFixture.with(engine) { fixture in
            // given
            let file = """
                UPN,SURNAME,READMRK,READSCORE,READOUTCOME,WRITTAOUTCOME,SCITAOUTCOME
                \(ImportFixture.amira),Ahmed,38,109,AS,EXS,EXS
                \(ImportFixture.ben),Brook,20,96,NS,WTS,HNM
                """
            // when
            let first = try await fixture.apply(file)
            let second = try await fixture.apply(file)
            // then
            #expect(first.preview.count(.new) == 8)
            #expect(
                first.preview.message("reading.outcome")
                    == "Follows from the scaled score: worked out, so it is not stored.")
            #expect(first.values == 8)
            #expect(first.batch != nil)
            #expect(
                try await fixture.facts() == [
                    "reading.paper1": "38", "reading.scaled": "109", "writing.ta": "EXS", "science.ta": "EXS",
                ])
            #expect(second.preview.count(.same) == second.preview.items.count)
            #expect(second.batch == nil)
            #expect(second.preview.takenBefore?.contains("8 July 2026, 10:00") == true)
            #expect(try await fixture.tracker.batches(school: fixture.school, as: .operator).count == 1)
        }
    }

    @Test func `A blank cell says nothing and a different value replaces, naming who stored the old one`() async throws
    {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["writing.ta": "WTS", "science.ta": "EXS"])
            // when
            let outcome = try await fixture.apply("UPN,WRITTAOUTCOME,SCITAOUTCOME\n\(ImportFixture.amira),EXS,\n")
            // then
            #expect(outcome.preview.lines == ["changed writing.ta WTS>EXS"])
            #expect(
                outcome.preview.message("writing.ta")
                    == "Replaces WTS, stored on 1 June 2026, 11:00 by Robin Fairweather.")
            #expect(try await fixture.facts() == ["writing.ta": "EXS", "science.ta": "EXS"])
        }
    }

    @Test func `A total that is the sum of its papers is not stored; one that is not takes the papers with it`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply(
                """
                UPN,GPSPAPER1MRK,GPSPAPER2MRK,GPSMRK,GPSSCORE
                \(ImportFixture.amira),45,18,63,117
                \(ImportFixture.ben),45,18,64,118
                """)
            // then
            #expect(outcome.preview.item("gps.total", line: 2)?.status == .same)
            #expect(outcome.preview.message("gps.total") == "The sum of the papers: worked out, so it is not stored.")
            #expect(try await fixture.facts() == ["gps.paper1": "45", "gps.paper2": "18", "gps.scaled": "117"])
            let refused = outcome.preview.items.filter { $0.status == .invalid }
            #expect(refused.map(\.column) == ["gps.paper1", "gps.paper2", "gps.total"])
            #expect(
                refused.first?.message
                    == "The total 64 is not the sum of the papers (Paper 1 (questions) 45, Paper 2 (spelling) 18), which is 63. Neither is taken: check the file against the marks."
            )
            #expect(try await fixture.facts(2) == ["gps.scaled": "118"])
            #expect(!outcome.isComplete)
        }
    }

    @Test func `A scaled score that the table contradicts is taken as official and says so`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply("UPN,READMRK,READSCORE\n\(ImportFixture.amira),38,108\n")
            // then
            #expect(outcome.preview.item("reading.scaled")?.status == .new)
            #expect(
                outcome.preview.message("reading.scaled")
                    == "108 is the official score; the 2026 table gives 109 for 38 marks.")
            #expect(try await fixture.facts()["reading.scaled"] == "108")
        }
    }

    @Test func `With thresholds only an outcome that follows is not stored, and one that contradicts stands`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given: in 2019 reading met the standard from 28 marks
            let file = """
                UPN,READMRK,READOUTCOME
                \(ImportFixture.amira),30,AS
                \(ImportFixture.ben),30,NS
                """
            // when
            let outcome = try await fixture.apply(file, year: 2019)
            // then
            #expect(outcome.preview.item("reading.outcome", line: 2)?.status == .same)
            #expect(try await fixture.facts(1, year: 2019) == ["reading.paper1": "30"])
            #expect(try await fixture.facts(2, year: 2019) == ["reading.paper1": "30", "reading.outcome": "NS"])
            #expect(
                outcome.preview.item("reading.outcome", line: 3)?.message
                    == "NS is the official outcome; AS would follow from the marks and scores stored here.")
        }
    }

    @Test func `A value that is not ticked is left out, and what would follow from it with it`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let file = "UPN,GPSPAPER1MRK,GPSPAPER2MRK,GPSMRK,WRITTAOUTCOME\n\(ImportFixture.amira),31,14,45,EXS\n"
            let preview = try await fixture.preview(file)
            let paper = try #require(preview.item("gps.paper2"))
            #expect(paper.isOffered)
            // when
            let outcome = try await fixture.apply(
                file, choices: ImportChoices(leftOut: [try #require(paper.cellKey)]))
            // then
            #expect(outcome.preview.message("gps.paper2") == "Left out: not ticked.")
            #expect(outcome.preview.items.leftOut == 1)
            let facts = try await fixture.facts()
            #expect(facts["gps.paper2"] == nil)
            #expect(facts["gps.paper1"] == "31")
            #expect(facts["writing.ta"] == "EXS")
            // when: the same file again, everything ticked
            try await fixture.apply(file)
            // then
            #expect(try await fixture.facts()["gps.paper2"] == "14")
        }
    }

    @Test func `Special consideration that somebody entered outlives every file`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["reading.scaled": "97+"])
            let same = "UPN,READSCORE\n\(ImportFixture.amira),97\n"
            let other = "UPN,READSCORE\n\(ImportFixture.amira),98\n"
            // when
            let kept = try await fixture.apply(same)
            let refused = try await fixture.apply(other)
            // then
            #expect(kept.preview.lines == ["same reading.scaled 97+>97+"])
            #expect(refused.preview.lines == ["conflict reading.scaled 97+>98+"])
            #expect(
                refused.preview.message("reading.scaled")
                    == "Special consideration (97+) was entered here; the file says 98, without it. Tick it to take 98 and keep the +."
            )
            #expect(try await fixture.facts() == ["reading.scaled": "97+"])
            // when
            let key = try #require(refused.preview.item("reading.scaled")?.cellKey)
            let ticked = try await fixture.apply(other, choices: ImportChoices(conflicts: [key]))
            // then
            #expect(ticked.preview.lines == ["changed reading.scaled 97+>98+"])
            #expect(try await fixture.facts() == ["reading.scaled": "98+"])
        }
    }

    @Test(
        "The portal's special consideration columns become +",
        arguments: [
            ("97,,Y", "97+"), ("97,,N", "97"), ("100,97,", "97+"), ("100,97,Y", "97+"), ("97,97,", "97"),
            ("120,118,", "118+"),
        ])
    func specialConsideration(_ cells: String, _ stored: String) async throws {
        try await ImportFixture.with { fixture in
            // when
            try await fixture.apply("UPN,READSCORE,READSCORE_noSpeccon,READSPECCON\n\(ImportFixture.amira),\(cells)\n")
            // then
            #expect(try await fixture.facts() == ["reading.scaled": stored])
        }
    }

    @Test func `A stored teacher assessment stands against marks: a conflict that can't be ticked`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["reading.ta": "PK5"])
            // when
            let preview = try await fixture.preview("UPN,READMRK\n\(ImportFixture.amira),38\n")
            // then
            let item = try #require(preview.item("reading.paper1"))
            #expect(item.status == .conflict)
            #expect(!item.canTake)
            #expect(
                item.message?.hasPrefix("A reading teacher assessment (PK5) is in. Clear it to enter a mark;") == true)
        }
    }

    @Test func `Marks and a teacher assessment in one file: the second is invalid and both are named`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply("UPN,READMRK,READTAOUTCOME\n\(ImportFixture.amira),38,PK5\n")
            // then
            #expect(outcome.preview.item("reading.ta")?.status == .invalid)
            #expect(
                outcome.preview.message("reading.ta")
                    == "The file gives Reading teacher assessment PK5 beside Reading paper 38, and they exclude each other. Correct the file, or enter the right one by hand."
            )
        }
    }

    @Test func `B below the test goes together with its teacher assessment`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply("UPN,MATOUTCOME,MATTAOUTCOME\n\(ImportFixture.amira),B,PK3\n")
            // then
            #expect(outcome.preview.count(.new) == 2)
            #expect(try await fixture.facts() == ["mathematics.outcome": "B", "mathematics.ta": "PK3"])
        }
    }

    @Test func `A code that the year does not have is an unknown code, a mark over the maximum is invalid`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // when
            let preview = try await fixture.preview("UPN,READMRK,WRITTAOUTCOME\n\(ImportFixture.amira),51,PKG\n")
            // then
            #expect(preview.item("reading.paper1")?.status == .invalid)
            #expect(preview.message("reading.paper1")?.hasPrefix("Reading paper is marked out of 50.") == true)
            #expect(preview.item("writing.ta")?.status == .unknownCode)
            #expect(
                preview.message("writing.ta")?.hasPrefix("“PKG” is not a code of Writing teacher assessment in 2026.")
                    == true)
        }
    }

    @Test func `N beside NS in the place of the score is one outcome`() async throws {
        try await ImportFixture.with { fixture in
            // when
            let outcome = try await fixture.apply("UPN,READMRK,READSCORE,READOUTCOME\n\(ImportFixture.amira),1,N,NS\n")
            // then
            #expect(outcome.preview.lines == ["new reading.paper1 ->1", "same reading.outcome N>N"])
        }
    }
}
