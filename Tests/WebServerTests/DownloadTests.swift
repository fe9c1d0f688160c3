import Assessment
import Foundation
import HTTPTypes
import Pages
import Spreadsheets
import Storage
import Testing
import Tracker

/// Tables taken away as files.
struct DownloadTests {
    private static let excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private func sheet(_ reply: Reply) throws -> Sheet {
        if reply.headers[.contentType] == Self.excel { return try WorkbookReader.read(reply.bytes) }
        return try Spreadsheet.read(reply.bytes)
    }

    @Test(arguments: SpreadsheetFormat.allCases)
    func `The grid goes out with the columns and pupils that it shows`(format: SpreadsheetFormat) async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.readOnly, client)
            // when
            let reply = try await teacher.get(server.link(.gridFile(.ks2, format)))
            let maths = try await teacher.get(
                server.link(.gridFile(.ks2, format, GridQuery(filter: "mathematics", isBlank: true))))
            // then
            #expect(reply.status == 200)
            #expect(reply.headers[.contentDisposition]?.contains("-ks2-2026-all-english.\(format.rawValue)") == true)
            let grid = try sheet(reply)
            #expect(grid.headings.prefix(5) == ["UPN", "Name", "Class", "Reading paper 1", "Reading scaled score"])
            #expect(Set(grid.rows.map { $0.fields[0] }) == Set(server.pupils.compactMap(\.upn?.text)))
            #expect(grid.rows.contains { $0.fields[1] == server.markup.displayName })
            #expect(grid.rows.contains { Int($0.fields[3]) != nil })
            let blank = try sheet(maths)
            #expect(blank.headings.contains("Mathematics paper 3"))
            #expect(blank.rows.count == grid.rows.count)
            #expect(blank.rows.allSatisfy { $0.fields.dropFirst(3).allSatisfy(\.isEmpty) })
        }
    }

    @Test func `The page links to its files with its filters, in a sitting without it`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let page = try await teacher.get("\(server.link(.grid(.ks2)))?subject=summary&edit=1&date=2026-05-14")
            let pupils = try await teacher.get("\(server.link(.pupils()))?year-group=6")
            #expect(page.addresses.contains("\(server.link(.gridFile(.ks2, .xlsx)))?subject=summary"))
            #expect(page.addresses.contains("\(server.link(.gridFile(.ks2, .csv)))?subject=summary"))
            #expect(pupils.addresses.contains("\(server.link(.pupilsFile(.xlsx)))?year-group=6"))
        }
    }

    @Test func `Taken away and dropped on Files again, the grid is nothing new`() async throws {
        try await TestServer.run { server, client in
            // given
            let admin = try await server.browser(.accountAdmin, client)
            for filter in [SubjectFilter.english, .mathematics, .summary] {
                let file = try await admin.get(server.link(.gridFile(.ks2, .xlsx, GridQuery(filter: filter.rawValue))))
                // when
                let sent = try await admin.upload(server.link(.upload), files: [("grid.xlsx", file.bytes)])
                let preview = try await admin.get(sent.location)
                // then
                #expect(preview.status == 200)
                #expect(preview.text.contains("Excel workbook, sheet"))
                #expect(!preview.text.contains(" new</a>"), "\(filter)")
                #expect(!preview.text.contains(" changed</a>"), "\(filter)")
                #expect(!preview.text.contains("in conflict</a>"), "\(filter)")
                #expect(!preview.text.contains("not valid</a>"), "\(filter)")
            }
        }
    }

    @Test(arguments: SpreadsheetFormat.allCases)
    func `Judgements taken away and dropped on Files again are nothing new, and a changed one is`(
        format: SpreadsheetFormat
    ) async throws {
        try await TestServer.run { server, client in
            // given
            let admin = try await server.browser(.accountAdmin, client)
            let upn = server.pupils[0].upn!.text
            for (column, text) in [("autumn1.reading", "JA"), ("summer2.mathematics", "SAB")] as [(ColumnID, String)] {
                _ = try await server.tracker.enter(
                    CellEntry(
                        assessment: .summative, year: TestServer.year, pupil: upn, column: column, text: text,
                        date: nil, revision: nil), school: server.school, source: .grid, as: .operator)
            }
            let file = try await admin.get(server.link(.gridFile(.summative, format)))
            // when
            let sent = try await admin.upload(
                server.link(.upload), files: [("judgements.\(format.rawValue)", file.bytes)])
            let preview = try await admin.get(sent.location)
            // then
            #expect(preview.status == 200)
            #expect(preview.text.contains("Autumn 1 reading"))
            for status in [" new</a>", " changed</a>", "in conflict</a>", "not valid</a>", "unknown"] {
                #expect(!preview.text.contains(status), "\(status)")
            }
            // when somebody has filled a cell in
            guard format == .csv else { return }
            let changed = String(decoding: file.bytes, as: UTF8.self).replacing(",SAB", with: ",Above")
            let again = try await admin.upload(server.link(.upload), files: [("filled.csv", Array(changed.utf8))])
            #expect(try await admin.get(again.location).text.contains(" changed</a>"))
        }
    }

    @Test(arguments: SpreadsheetFormat.allCases)
    func `The list of pupils and the report go out as what they show`(format: SpreadsheetFormat) async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.readOnly, client)
            let pupils = try sheet(
                try await teacher.get(
                    server.link(.pupilsFile(format, PupilQuery(yearGroup: .year6, includesLeavers: true)))))
            let report = try sheet(try await teacher.get(server.link(.keyStage2OutcomesFile(format))))
            #expect(Set(pupils.rows.map { $0.fields[0] }) == Set(server.pupils.compactMap(\.upn?.text)))
            #expect(pupils.rows.allSatisfy { $0.fields[3] == "6" && DateParts($0.fields[6]) != nil })
            #expect(report.headings.prefix(3) == ["measure", "subject", "group"])
            #expect(report.rows.count > 20)
        }
    }

    @Test func `Files with names are refused to an anonymised reader on a page that says why`() async throws {
        try await TestServer.run { server, client in
            let governor = try await server.browser(.anonymised, client)
            for page in [
                SchoolPage.gridFile(.ks2, .xlsx), .gridFile(.ks2, .csv), .pupilsFile(.xlsx), .pupilsFile(.csv),
            ] {
                let reply = try await governor.get(server.link(page))
                #expect(reply.status == 403)
                #expect(reply.headers[.contentType]?.hasPrefix("text/html") == true)
                #expect(reply.text.contains("Anonymised"))
            }
        }
    }
}
