import Assessment
import Foundation
import HTTPTypes
import Pages
import Spreadsheets
import Storage
import Testing
import Tracker

/// Every table of every page as a file.
struct PageTablesTests {
    @Test(arguments: SpreadsheetFormat.allCases)
    func `The pupils behind a number go out as the page lists them`(format: SpreadsheetFormat) async throws {
        try await TestServer.run { server, client in
            // given
            let reader = try await server.browser(.readOnly, client)
            let address = server.link(.keyStage2OutcomesPupils(measure: "reading.expected"))
            let page = try await reader.get(address)
            let link = "\(address)\(address.contains("?") ? "&" : "?")tables=\(format.rawValue)"
            #expect(page.addresses.contains(link))

            // when
            let reply = try await reader.get(link)

            // then
            #expect(reply.status == 200)
            #expect(reply.headers[.contentDisposition]?.hasSuffix("-2026.\(format.rawValue)\"") == true)
            let sheet =
                format == .xlsx ? try WorkbookReader.read(reply.bytes) : try Spreadsheet.read(reply.bytes)
            #expect(sheet.headings == ["Table", "Pupil", "Class", "Result"])
            let names = Set(server.pupils.map(\.displayName))
            #expect(!sheet.rows.isEmpty)
            for row in sheet.rows {
                #expect(names.contains(row.fields[1]))
                #expect(row.fields[2].hasPrefix("6 "))
            }
        }
    }

    @Test func `Every page with a table offers it, or has files of its own`() async throws {
        try await TestServer.run(whole: true) { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            var waiting = [server.link(.assessments)]
            var kinds: [String: Int] = [:]
            var seen: Set<String> = []
            var offered = 0
            while let address = waiting.popLast() {
                guard seen.insert(address).inserted else { continue }
                // Two of a kind: addresses that differ only by their numbers and choices.
                let kind = String(address.prefix { $0 != "?" }.map { $0.isNumber ? "0" : $0 })
                kinds[kind, default: 0] += 1
                guard kinds[kind, default: 0] <= 2 else { continue }

                // when
                let reply = try await owner.get(address)
                guard reply.headers[.contentType]?.hasPrefix("text/html") == true, reply.status == 200 else { continue }

                // then
                let files = reply.addresses.filter {
                    $0.contains(".csv") || $0.contains(".xlsx") || $0.contains("tables=")
                }
                if address.hasPrefix("/schools/\(server.school.dfe.compact)/"), reply.has("<table") {
                    #expect(!files.isEmpty, "\(address)")
                    if let file = files.first(where: { $0.contains("tables=csv") }) {
                        offered += 1
                        #expect(try await owner.get(file).status == 200, "\(file)")
                        #expect(
                            try await owner.get(file.replacingOccurrences(of: "tables=csv", with: "tables=xlsx"))
                                .status == 200, "\(file)")
                    }
                }
                waiting += reply.addresses.subtracting(files).filter { !$0.contains("sign-out") }
            }
            #expect(offered > 12)
        }
    }

    @Test func `Of a list that a page shows in parts the file has the whole`() async throws {
        try await TestServer.run { server, client in
            // given: more pupils than a page of a preview or of a batch lists
            let owner = try await server.browser(.accountOwner, client)
            let letters = Array("abcdefghijklmnopqrstuvwxyz")
            let surnames = (0..<520).map { "Birch\(letters[$0 / 26])\(letters[$0 % 26])" }
            let roster = ["Surname,Forename,DOB,Year group,Class"] + surnames.map { "\($0),Wren,2016-03-04,4,4 Linnet" }
            let dropped = try await owner.upload(
                server.link(.upload), files: [("roster.csv", Array(roster.joined(separator: "\n").utf8))])

            // when: page 3 of the preview is looked at
            let preview = try await owner.get("\(dropped.location)?page=3")
            let link = try #require(preview.addresses.first { $0.contains("tables=csv") })
            let lines = try await owner.get(link)

            // then
            #expect(surnames.contains { !preview.has($0) })
            #expect(surnames.allSatisfy { lines.has($0) })

            // when: taken
            let taken = try await owner.post("\(dropped.location)/apply", [("part", "items")])
            let batch = try await owner.after(taken).get(taken.location)
            let file = try #require(batch.addresses.first { $0.contains("tables=csv") })
            let changes = try await owner.get(file)

            // then
            #expect(surnames.contains { !batch.has($0) })
            #expect(surnames.allSatisfy { changes.has($0) })
        }
    }

    @Test func `Who may not see a page gets no table of it, and a reader without names no names`() async throws {
        try await TestServer.run { server, client in
            let governor = try await server.browser(.anonymised, client)
            for page in [
                SchoolPage.pupil(server.pupils[0].id), .users, .conversionMatrixPupils(MatrixQuery(step: "lower")),
            ] {
                let address = server.link(page)
                let link = "\(address)\(address.contains("?") ? "&" : "?")tables=csv"
                #expect(try await governor.get(link).status == 403)
                #expect(try await server.nobody(client).get(link).status == 303)
            }
            let behind = server.link(.keyStage2OutcomesPupils(measure: "reading.expected"))
            let reply = try await governor.get("\(behind)?tables=csv")
            #expect(server.pupils.allSatisfy { !reply.has($0.surname) })
        }
    }

    @Test func `Another form of file, and a page without tables, is no page`() async throws {
        try await TestServer.run { server, client in
            let reader = try await server.browser(.readOnly, client)
            #expect(try await reader.get("\(server.link(.analysis))?tables=pdf").status == 404)
            #expect(try await reader.get("\(server.link(.reports))?tables=csv").status == 404)
        }
    }
}
