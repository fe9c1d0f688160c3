import Assessment
import Foundation
import Reports
import Storage
import Testing
import Tracker

@Suite struct TableFollowsTests {
    /// A table of 2027 reading: two marks a point from 3 marks on, 100 reached.
    static func table(_ year: Int = 2027) -> ConversionTable {
        ConversionTable(
            key: .init(year: year, keyStage: 2, subject: .reading),
            scores: (0...50).map { $0 < 3 ? nil : min(120, 80 + ($0 - 3)) })
    }

    @Test(
        "a raw total waits for its table; once that is loaded score and report are right on the next request",
        arguments: TestOffice.engines)
    func follows(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine, now: "2027-06-16T09:00:00.000Z") { office in
            // given
            let school = try await office.school()
            let year = try #require(SchoolYear(endYear: 2027))
            let pupil = try await office.tracker.addPupil(
                PupilForm([
                    "surname": "Adeyemi", "forename": "Temi", "upn": TestOffice.upns[0], "year-group": "6",
                ]), school: school, year: year, as: .operator)
            let saved = try await office.tracker.enter(
                CellEntry(
                    assessment: .ks2, year: year, pupil: try #require(pupil.upn).text, column: "reading.paper1",
                    text: "30", date: nil, revision: 0), school: school, source: .grid, as: .operator)
            #expect(saved.row.cell("reading.scaled")?.value == nil)
            #expect(saved.row.cell("reading.scaled")?.note?.contains("No conversion table for 2027 yet") == true)
            let before = try await office.tracker.outcomes(OutcomesRequest(year: year), school: school, as: .operator)
            #expect(before.outcomes[.reading]?.awaitingTable == 1)

            // when
            try await office.tracker.loadTables([Self.table()], replace: false, as: .operator)

            // then
            let sheet = try await office.tracker.grid(.ks2, school: school, year: year, className: nil, as: .operator)
            #expect(sheet.cells(of: pupil)["reading.scaled"]?.value == "107")
            let after = try await office.tracker.outcomes(OutcomesRequest(year: year), school: school, as: .operator)
            #expect(after.outcomes[.reading]?.expected.count == 1)
            #expect(after.outcomes[.reading]?.awaitingTable == 0)
        }
    }

    @Test("a loaded table is not replaced without a word; the same one again changes nothing; the old one is kept")
    func replacing() async throws {
        try await TestOffice.with { office in
            // given
            try await office.tracker.loadTables([Self.table()], replace: false, as: .operator)
            let other = ConversionTable(
                key: Self.table().key, scores: (0...50).map { $0 < 4 ? nil : min(120, 79 + ($0 - 3)) })

            // then
            try await office.tracker.loadTables([Self.table()], replace: false, as: .operator)
            await #expect(throws: TrackerError.self) {
                try await office.tracker.loadTables([other], replace: false, as: .operator)
            }
            try await office.tracker.loadTables([other], replace: true, as: .operator)
            #expect(try await office.tracker.tables().table(other.key) == other)
            #expect(try await office.tracker.loadedTables().count == 2)
            try await office.tracker.withdrawTable(other.key, as: .operator)
            #expect(try await office.tracker.tables().table(other.key) == nil)
        }
    }

    @Test("a table that contradicts the published threshold is refused with the figures, and nothing is loaded")
    func contradicts() async throws {
        try await TestOffice.with { office in
            // given: mathematics 2025 is known to reach 100 at 58 marks
            let path = office.folder.appendingPathComponent("table.csv").path
            let rows = (0...110).map { "2025,2,mathematics,\($0),\($0 < 3 ? "N" : "\(min(120, 80 + ($0 - 3) / 2))")" }
            let text = (["year,key_stage,subject,raw_score,scaled_score"] + rows).joined(separator: "\n")
            try text.write(toFile: path, atomically: true, encoding: .utf8)

            // when
            let error = await #expect(throws: (any Error).self) {
                try await office.tracker.loadTables(fromFile: path, year: nil, replace: false, as: .operator)
            }

            // then
            let message = (error as? TrackerError)?.message ?? "\(String(describing: error))"
            #expect(message.contains("58"))
            #expect(try await office.tracker.loadedTables().isEmpty)
        }
    }
}
