import Assessment
import HTTPTypes
import NIOCore
import Pages
import Storage
import Testing
import Tracker

struct BlockAPITests {
    private func address(_ server: TestServer) -> String {
        "/api/v1/schools/\(server.school.dfe.compact)/results/2026/ks2"
    }

    @Test func `A pasted block answers each cell, with whole rows`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let first = server.pupils[0].upn!.text
            let second = server.pupils[1].upn!.text

            // when
            let reply = try await teacher.post(
                "\(address(server))?class=",
                json: """
                    {"date":"2026-05-14","door":"paste","cells":[
                    {"pupil":"\(first)","column":"writing.ta","value":" gds","revision":1},
                    {"pupil":"\(first)","column":"science.ta","value":"QQ"},
                    {"pupil":"\(second)","column":"writing.ta","value":"HNM","revision":77},
                    {"pupil":"nobody","column":"writing.ta","value":"EXS"}]}
                    """)

            // then
            #expect(reply.status == 200)
            let json = try reply.json()
            let cells = try #require(json["cells"] as? [[String: Any]])
            let rows = try #require(json["rows"] as? [String: [String: [String: [String: Any]]]])
            let progress = try #require(json["resultsIn"] as? [String: Any])
            let sheet = try await server.tracker.grid(
                .ks2, school: server.school, year: TestServer.year, className: nil, as: .operator)
            #expect(cells.map { $0["pupil"] as? String } == [first, first, second, "nobody"])
            #expect(cells[0]["status"] as? String == "saved")
            #expect(cells[0]["value"] as? String == "GDS")
            #expect(cells[1]["status"] as? String == "invalid")
            #expect((cells[1]["allowed"] as? String)?.contains("EXS") == true)
            #expect((cells[2]["current"] as? [String: Any])?["revision"] as? Int == 1)
            #expect((cells[3]["message"] as? String)?.contains("no pupil") == true)
            #expect(Set(rows.keys) == [first, second])
            #expect(rows[first]?["cells"]?.count == sheet.columns.all.count)
            #expect(rows[first]?["cells"]?["writing.ta"]?["text"] as? String == "GDS")
            #expect(progress["done"] as? Int == sheet.done)
            #expect(progress["due"] as? Int == sheet.due)
            #expect(progress["words"] as? String == "\(sheet.done) of \(sheet.due) results in")
        }
    }

    @Test func `A block that can’t be taken at all is refused in words and stores nothing`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let reader = try await server.browser(.readOnly, client)
            let cell = #"{"pupil":"\#(server.pupils[0].upn!.text)","column":"writing.ta","value":"GDS"}"#
            let before = try await server.state()

            for (browser, body, status, words) in [
                (reader, "{\"cells\":[\(cell)]}", 403, "may not enter"),
                (teacher, "{\"cells\":[\(cell)],\"door\":\"file\"}", 422, "is not a door"),
                (teacher, "{\"cells\":[\(cell)],\"date\":\"2026-12-24\"}", 422, "within the school year"),
                (teacher, "{\"cells\":[\(cell),\(cell)]}", 422, "comes twice"),
                (teacher, "{\"cells\":{}}", 400, "of another kind"),
                (
                    teacher, "{\"cells\":[{\"pupil\":1,\"column\":\"writing.ta\",\"value\":\"GDS\"}]}", 400,
                    "another kind"
                ),
                (teacher, "{\"cells\":[\(Array(repeating: cell, count: 5001).joined(separator: ","))]}", 422, "5,000"),
                (teacher, String(repeating: " ", count: 5 << 20), 413, "kB or less"),
            ] {
                // when
                let reply = try await browser.post(address(server), json: body)

                // then
                #expect(reply.status == status, "\(words): \(reply.text)")
                #expect(reply.text.contains(words), "\(reply.text)")
            }
            #expect(try await server.state() == before)
        }
    }
}
