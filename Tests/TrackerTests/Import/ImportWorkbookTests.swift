import Assessment
import Foundation
import Spreadsheets
import Storage
import Testing

@testable import Tracker

/// Files from spreadsheet programs: the same readers, with rows and columns as those programs name them.
struct ImportWorkbookTests {
    private static func workbook(_ headings: [String], _ rows: [[TableCell]]) throws -> [UInt8] {
        try Workbook(
            sheets: [WorkbookSheet(name: "One", title: "One", table: Table(headings: headings, rows: rows))],
            about: WorkbookAbout(title: "One", lines: [], createdAt: 1)
        ).bytes()
    }

    private static func file(_ bytes: [UInt8], _ fixture: ImportFixture) throws -> ImportFile {
        let path = fixture.folder.appendingPathComponent(UUID().uuidString).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return ImportFile(name: "file.xlsx", path: path)
    }

    private static func preview(_ bytes: [UInt8], _ fixture: ImportFixture) async throws -> ImportPreview {
        try await fixture.tracker.preview(
            file: file(bytes, fixture), school: fixture.school, year: ImportFixture.year(2026), as: .operator)
    }

    private static func apply(_ bytes: [UInt8], _ fixture: ImportFixture) async throws -> ImportOutcome {
        try await fixture.tracker.apply(
            file: file(bytes, fixture), school: fixture.school, year: ImportFixture.year(2026), as: .operator)
    }

    @Test func `Results in a workbook are read, stored and undone as those of a CSV`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let bytes = try Self.workbook(
                ["UPN", "READMRK", "WRITTAOUTCOME"],
                [
                    [.text(ImportFixture.amira), .integer(38), .text("EXS")],
                    [.text(ImportFixture.ben), .integer(51), .text("exs")],
                ])
            // when
            let preview = try await Self.preview(bytes, fixture)
            let outcome = try await Self.apply(bytes, fixture)
            let again = try await Self.preview(bytes, fixture)
            // then
            #expect(preview.kind == .results)
            #expect(preview.source.encoding == "Excel workbook, sheet “One”")
            let invalid = try #require(preview.items.first { $0.status == .invalid })
            #expect(preview.place(of: invalid) == "row 3, column B")
            #expect(try await fixture.facts(1) == ["reading.paper1": "38", "writing.ta": "EXS"])
            #expect(again.count(.new) == 0)
            #expect(again.count(.same) == 3)
            _ = try await fixture.tracker.undo(batch: try #require(outcome.batch), as: .operator)
            #expect(try await fixture.facts(1).isEmpty)
        }
    }

    @Test func `A pupil list in a workbook brings pupils with real dates`() async throws {
        try await ImportFixture.with(pupils: false) { fixture in
            // given
            let born = try #require(DateParts("2014-11-03"))
            let bytes = try Self.workbook(
                ["UPN", "Surname", "Forename", "Date of birth", "Year group", "Class"],
                [
                    [
                        .text(ImportFixture.amira), .text("=Ahmed"), .text("Amira"), .date(born), .integer(6),
                        .text("6 Kestrel"),
                    ]
                ])
            // when
            _ = try await Self.apply(bytes, fixture)
            // then
            let pupil = try #require(try await fixture.pupils().first)
            #expect(pupil.surname == "=Ahmed")
            #expect(pupil.dateOfBirth == CalendarDate(year: 2014, month: 11, day: 3))
            #expect(try await fixture.places().first?.className == "6 Kestrel")
        }
    }

    @Test func `A conversion table in a workbook says the row that is wrong`() async throws {
        try await ImportFixture.with { fixture in
            // given
            let bytes = try Self.workbook(
                ["year", "key_stage", "subject", "raw_score", "scaled_score"],
                [[.integer(2026), .integer(2), .text("reading"), .integer(0), .text("none at all")]])
            // then
            do {
                _ = try await Self.preview(bytes, fixture)
                Issue.record("that is no score")
            } catch let error as TrackerError {
                #expect(error.message.hasPrefix("Row 2: the scaled score must be"))
            }
        }
    }

    // MARK: The grid, filled in offline

    /// What the grid of these pupils gives, for the columns of English.
    private static func grid(_ fixture: ImportFixture) async throws -> Table {
        let year = try ImportFixture.year(2026)
        let results = try await fixture.tracker.results(.ks2, school: fixture.school, year: year, as: .operator)
        let columns = results.columns(of: .ks2).filter { SubjectFilter.english.shows($0) }
        return Table(
            headings: ["UPN", "Name", "Class"] + columns.map { Tracker.fileHeading($0, of: .ks2) },
            rows: results.pupils.map { pupil in
                [.text(pupil.pupil.upn?.text ?? ""), .text(pupil.pupil.displayName), .text("6 Kestrel")]
                    + columns.map { TableCell(result: pupil.values[.ks2]?[$0.id]) }
            })
    }

    private static func both(_ table: Table) throws -> [[UInt8]] {
        [try workbook(table.headings, table.rows), table.csv()]
    }

    @Test func `Every column of the grid goes out under a heading that is read back as it`() throws {
        let codes = try ReferenceData.load().codes
        for year in [2016, 2019, 2026] {
            let columns = try #require(KeyStage2Columns(year: year, codes: codes)).all
            let map = try HeadingMap(
                headings: ["UPN", "Name", "Class"] + columns.map { Tracker.fileHeading($0, of: .ks2) },
                fields: ResultsFields.all.map(\.known))
            #expect(map.fieldIDs == ["upn", "name", "class"] + columns.map(\.id.rawValue))
        }
        let columns = try #require(KeyStage2Columns(year: 2026, codes: codes))
        #expect(Tracker.fileHeading(columns.test(.reading)!.papers[0], of: .ks2) == "Reading paper 1")
        #expect(Tracker.fileHeading(columns.writing, of: .ks2) == "Writing teacher assessment")
    }

    @Test func `A grid taken away and brought back unchanged is nothing new`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter([
                "reading.paper1": "38", "gps.paper1": "40", "gps.paper2": "15", "writing.ta": "GDS",
            ])
            try await fixture.enter(["reading.scaled": "97+"], pupil: 2)
            try await fixture.enter(["reading.paper1": "A"], pupil: 3)
            // when
            for bytes in try Self.both(try await Self.grid(fixture)) {
                let preview = try await Self.preview(bytes, fixture)
                // then
                #expect(preview.count(.same) == preview.items.count)
                #expect(preview.items.count >= 10)
                #expect(!preview.warnings.contains { $0.contains("not read") })
                #expect(try await Self.apply(bytes, fixture).batch == nil)
            }
        }
    }

    @Test func `Marks filled in offline are new, and the totals beside them are neither taken nor in the way`()
        async throws
    {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["gps.paper1": "40", "gps.paper2": "15"])
            var table = try await Self.grid(fixture)
            func column(_ heading: String) throws -> Int { try #require(table.headings.firstIndex(of: heading)) }
            let paper = try column("GPS paper 1")
            let reading = try column("Reading paper 1")
            #expect(table.rows[0][try column("GPS total")] == .integer(55))
            // The old total stays in the file, as it does when somebody changes a mark in a spreadsheet.
            table.rows[0][paper] = .integer(42)
            table.rows[1][reading] = .integer(30)
            for bytes in try Self.both(table) {
                // when
                let preview = try await Self.preview(bytes, fixture)
                // then
                #expect(preview.items.filter { $0.status == .changed }.map(\.column) == ["gps.paper1"])
                #expect(preview.items.filter { $0.status == .new }.map(\.column) == ["reading.paper1"])
                #expect(preview.count(.conflict) == 0)
                #expect(preview.count(.invalid) == 0)
                let total = try #require(preview.items.first { $0.column == "gps.total" })
                #expect(total.message == "Worked out: with the marks of this file it becomes 57.")
            }
            _ = try await Self.apply(try Self.both(table)[0], fixture)
            #expect(try await fixture.facts(1) == ["gps.paper1": "42", "gps.paper2": "15"])
            #expect(try await fixture.facts(2) == ["reading.paper1": "30"])
            // Brought back once more: nothing new, though its totals are older than its marks.
            let again = try await Self.preview(try Self.both(table)[0], fixture)
            #expect(again.count(.new) + again.count(.changed) == 0)
        }
    }

    @Test func `A total typed over what is worked out is shown and not taken`() async throws {
        try await ImportFixture.with { fixture in
            // given
            try await fixture.enter(["gps.paper1": "40", "gps.paper2": "15"])
            var table = try await Self.grid(fixture)
            let total = try #require(table.headings.firstIndex(of: "GPS total"))
            table.rows[0][total] = .integer(60)
            // when
            let outcome = try await Self.apply(try Self.both(table)[0], fixture)
            // then
            let item = try #require(outcome.preview.items.first { $0.column == "gps.total" })
            #expect(item.status == .conflict)
            #expect(item.old == "55")
            #expect(outcome.batch == nil)
        }
    }

    @Test func `A pupil whose name looks like a formula stays a name, also through CSV`() async throws {
        // given
        let table = Table(
            headings: ["UPN", "Name"], rows: [[.text(ImportFixture.amira), .text("=HYPERLINK(\"http://x\")")]])
        // when
        let csv = String(decoding: table.csv(), as: UTF8.self)
        // then
        #expect(csv.contains("\"'=HYPERLINK"))
        #expect(try Spreadsheet.read(table.csv()).rows[0].fields[1] == "=HYPERLINK(\"http://x\")")
    }
}
