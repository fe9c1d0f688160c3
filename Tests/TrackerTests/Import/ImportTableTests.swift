import Assessment
import Testing
import Tracker

/// Conversion tables that come as files.
struct ImportTableTests {
    /// A table of reading: 0 to 2 marks N, then from 80 on, 100 at 28 marks, 110 at 40 (the thresholds of 2019 but for the second).
    private static func scores(higher: Int = 41) -> [String] {
        (0...50).map { raw in
            switch raw {
            case 0...2: "N"
            case 3..<28: "\(80 + (raw - 3) * 19 / 25)"
            case 28..<higher: "\(100 + (raw - 28) * 9 / (higher - 28))"
            default: "\(110 + (raw - higher))"
            }
        }
    }

    private static func long(_ scores: [String], year: Int = 2019) -> String {
        "year,key_stage,subject,raw_score,scaled_score\n"
            + scores.enumerated().map { "\(year),2,reading,\($0.offset),\($0.element)" }.joined(separator: "\n")
    }

    private static func pasted(_ scores: [String]) -> String {
        "Reading\nRaw score\tScaled score\n"
            + scores.enumerated().map { "\($0.offset)\t\($0.element)" }.joined(separator: "\n")
    }

    @Test("Both forms are recognised, checked and loaded", arguments: [true, false])
    func forms(_ isLong: Bool) async throws {
        try await ImportFixture.with { fixture in
            // given
            let file = isLong ? Self.long(Self.scores()) : Self.pasted(Self.scores())
            // when
            let preview = try await fixture.preview(file, year: 2019)
            let outcome = try await fixture.apply(file, year: 2019)
            let again = try await fixture.apply(file, year: 2019)
            // then
            #expect(preview.kind == .conversionTable)
            #expect(preview.lines == ["new ks2.reading ->0 to 50 marks; 100 at 28, 110 at 41"])
            #expect(outcome.tables == 1)
            let key = ConversionTable.Key(year: 2019, keyStage: 2, subject: .reading)
            #expect(try await fixture.tracker.tables().table(key)?.maximum == 50)
            #expect(again.preview.count(.same) == 1)
        }
    }

    @Test func `A loaded table is replaced only when that was confirmed`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.apply(Self.long(Self.scores()))
            var other = Self.scores()
            other[27] = "97"
            // when
            let kept = try await fixture.apply(Self.long(other))
            let replaced = try await fixture.apply(Self.long(other), choices: ImportChoices(replacesTables: true))
            // then
            #expect(kept.preview.items.map(\.status) == [.conflict])
            #expect(kept.tables == 0)
            #expect(replaced.preview.items.map(\.status) == [.changed])
            #expect(replaced.tables == 1)
        }
    }

    @Test func `A table that contradicts a known threshold is refused with the figures`() async throws {
        try await ImportFixture.with { fixture in
            do {
                try await fixture.apply(Self.long(Self.scores(higher: 40)))
                Issue.record("110 is known to be at 41 marks")
            } catch let error as TrackerError {
                #expect(
                    error.message
                        == "The table of Key Stage 2 reading 2019 reaches 110 at 40 marks, but the published threshold is 41 marks. Check the year, the subject and the file."
                )
            }
        }
    }

    @Test(
        "A table of a year without a test is refused, from the file as from the command, and nothing is loaded",
        arguments: [
            (2015, "Results were levels until 2015."), (2020, "Not held because of the pandemic."),
            (2021, "Not held because of the pandemic."),
        ])
    func noTest(_ year: Int, _ reason: String) async throws {
        try await ImportFixture.with { fixture in
            // given
            let file = Self.long(Self.scores(), year: year)
            let wanted = "There was no test of Key Stage 2 reading \(year). \(reason) Check the year of the table."
            // when
            let imported = await #expect(throws: TrackerError.self) { try await fixture.apply(file) }
            let loaded = await #expect(throws: TrackerError.self) {
                try await fixture.tracker.loadTables(
                    fromFile: fixture.file(file).path, year: nil, replace: false, as: .operator)
            }
            // then
            #expect(imported?.message == wanted)
            #expect(loaded?.message == wanted)
            let key = ConversionTable.Key(year: year, keyStage: 2, subject: .reading)
            let inUse = try await fixture.tracker.tables().table(key)
            #expect(inUse == nil)
        }
    }

    @Test func `A line that is no row is refused with its number`() async throws {
        try await ImportFixture.with { fixture in
            do {
                _ = try await fixture.preview(
                    "year,key_stage,subject,raw_score,scaled_score\n2019,2,reading,0,N\n2019,2,reading,x,80\n")
                Issue.record("x is no mark")
            } catch let error as TrackerError {
                #expect(error.message == "Line 3: the raw score must be a whole number, not “x”.")
            }
        }
    }
}
