import Assessment
import Foundation
import HTTPTypes
import NIOCore
import Pages
import Storage
import Testing
import Tracker

struct GridServiceTests {
    private func address(_ server: TestServer) -> String {
        "/api/v1/schools/\(server.school.dfe.compact)/results/2026/ks2"
    }

    @Test func `A pasted block comes back as a plan, and nothing is stored`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let keys = server.pupils.prefix(3).map { $0.upn!.text }
            let before = try await server.state()
            let list = keys.map { "\"\($0)\"" }.joined(separator: ",")

            // when
            let reply = try await teacher.post(
                "\(address(server))/paste",
                json: """
                    {"text":"exs\\ngds\\n","pupil":"\(keys[1])","column":"writing.ta","columns":["writing.ta"],"pupils":[\(list)]}
                    """)
            let noColumn = try await teacher.post(
                "\(address(server))/paste",
                json: #"{"text":"x","pupil":"","column":"shoe.size","columns":[],"pupils":[]}"#)

            // then
            #expect(reply.status == 200)
            let json = try reply.json()
            #expect(json["by"] as? String == "position")
            #expect(json["ask"] as? Bool == false)
            let cells = try #require(json["cells"] as? [[String: String]])
            #expect(cells.map { $0["value"] } == ["EXS", "GDS"])
            #expect(cells.map { $0["pupil"] } == [keys[1], keys[2]])
            #expect(noColumn.status == 422)
            #expect(try await server.state() == before)
        }
    }

    @Test func `The history of a cell offers former values back to whom may enter results`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let reader = try await server.browser(.readOnly, client)
            let pupil = server.markup
            let key = pupil.upn!.text
            for value in ["WTS", "GDS"] {
                _ = try await teacher.put(server.cell(pupil, "writing.ta"), "{\"value\":\"\(value)\"}")
            }
            let query = CellHistoryQuery(pupil: key, column: "writing.ta", isPart: true)
            var whole = query
            whole.isPart = false

            // when
            let part = try await teacher.get(server.link(.cellHistory(.ks2, query)))
            let page = try await teacher.get(server.link(.cellHistory(.ks2, whole)))
            let read = try await reader.get(server.link(.cellHistory(.ks2, query)))
            let json = try await reader.get("\(address(server))/\(key)/writing.ta/history").json()
            let nobody = try await teacher.get(
                server.link(.cellHistory(.ks2, CellHistoryQuery(pupil: "nobody", column: "writing.ta"))))

            // then
            #expect(part.text.hasPrefix("<section class=\"history\""))
            #expect(part.text.contains("data-restore=\"WTS\""))
            #expect(!part.text.contains("data-restore=\"GDS\""))
            #expect(part.text.contains("Full Edit (Full Edit), typed"))
            #expect(part.text.contains("&lt;b&gt;O"))
            #expect(!part.text.contains("<b>O"))
            #expect(page.title.contains("History"))
            #expect(!page.text.contains("data-restore"))
            #expect(!read.text.contains("data-restore"))
            let entries = try #require(json["entries"] as? [[String: Any]])
            #expect(entries[0]["to"] as? String == "GDS")
            #expect(entries[0]["source"] as? String == "grid")
            #expect(nobody.status == 404)
        }
    }

    @Test func `The grid of a day is shown with a banner and without editing; a day to come is refused in words`()
        async throws
    {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let pupil = server.pupils[0]
            _ = try await teacher.put(server.cell(pupil, "science.ta"), #"{"value":""}"#)
            let key = pupil.upn!.text
            func on(_ day: String) -> String {
                server.link(.grid(.ks2, GridQuery(filter: "science", on: day)))
            }

            // when
            let past = try await teacher.get(on("2026-08-01"))
            let before = try await teacher.get(on("2026-01-01"))
            let future = try await teacher.get(on("2026-11-22"))
            let nonsense = try await teacher.get(on("soon"))
            let json = try await teacher.get("/api/v1/schools/\(server.school.dfe.compact)/results/2026?on=2026-08-01")
                .json()
            let refused = try await teacher.get("/api/v1/schools/\(server.school.dfe.compact)/results/2026?on=soon")

            // then
            #expect(past.status == 200)
            #expect(past.text.contains("as it stood at the end of <b>1 August 2026</b>"))
            #expect(past.text.contains("Back to now"))
            #expect(!past.text.contains("Edit Assessment"))
            #expect(before.text.contains("<small>due</small>"))
            #expect(future.status == 422)
            #expect(future.text.contains("must be today or earlier, not 22 November 2026"))
            #expect(nonsense.text.contains("“soon” is not a date."))
            let values = try #require(
                (json["pupils"] as? [[String: Any]])?.first { $0["upn"] as? String == key }?["values"]
                    as? [String: [String: String]])
            #expect(values["ks2"]?["science.ta"] != nil)
            #expect(refused.status == 422)
        }
    }

    @Test func `Choosing a class shows how far each subject is, right on the next request`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let count = server.pupils.count
            let before = try await teacher.get("\(address(server))/missing").json()
            let science = try #require((before["subjects"] as? [[String: Any]])?.last?["done"] as? Int)

            // when
            _ = try await teacher.put(server.cell(server.pupils[0], "science.ta"), #"{"value":""}"#)
            let page = try await teacher.get(server.link(.chooseClass(.ks2)))
            let after = try await teacher.get("\(address(server))/missing").json()
            let noClass = try await teacher.get("\(address(server))/missing?class=9Z")

            // then
            #expect(page.text.contains(">Science \(science - 1) of \(count)</li>"))
            let cells = try #require(after["missing"] as? [[String: Any]])
            #expect(cells.contains { $0["column"] as? String == "science.ta" })
            #expect(noClass.status == 422)
        }
    }

    @Test func `A sitting knows where it hears of changes and since when`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let governor = try await server.browser(.anonymised, client)
            let number = try await server.tracker.dataStamp(school: server.school.id).number
            let events = "/api/v1/schools/\(server.school.dfe.compact)/events/2026/ks2"

            // when
            let editing = try await teacher.get("\(server.link(.grid(.ks2)))?edit=1&date=2026-05-14")
            let reading = try await teacher.get(server.link(.grid(.ks2)))

            // then
            #expect(editing.text.contains("\"since\":\"\(number)\""))
            #expect(editing.text.contains("\"events\":\"\(events)?class=\\u0026where=editing\""))
            #expect(reading.text.contains("id=\"grid-live\""))
            #expect(try await governor.get(events).status == 403)
            #expect(try await server.nobody(client).get(events).status == 401)
            #expect(try await teacher.get("\(events)?since=yesterday").status == 422)
        }
    }
}
