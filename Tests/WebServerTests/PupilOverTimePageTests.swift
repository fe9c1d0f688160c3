import Assessment
import Foundation
import Pages
import Storage
import Testing
import Tracker

/// A pupil's results over time, by their page.
struct PupilOverTimePageTests {
    @Test func `The page has one picture with its words, one table, and the files`() async throws {
        try await TestServer.run { server, client in
            // given
            let reader = try await server.browser(.readOnly, client)
            // when
            let page = try await reader.get(server.link(.pupilOverTime(server.pupils[0].id)))
            // then
            #expect(page.status == 200)
            #expect(page.text.components(separatedBy: "class=\"flight-chart\"").count == 2)
            #expect(page.text.components(separatedBy: "<table").count == 2)
            #expect(page.text.contains("KS2 test"))
            #expect(page.text.contains("<desc>Reading: KS2 test 2026"))
            let csv = try await reader.get(server.link(.pupilOverTimeFile(server.pupils[0].id, .csv)))
            #expect(csv.text.contains("year,year_group,assessment,term,subject,title,result,words,standard"))
            #expect(!csv.text.contains(server.pupils[0].surname))
            let xlsx = try await reader.get(server.link(.pupilOverTimeFile(server.pupils[0].id, .xlsx)))
            #expect(xlsx.status == 200)
            let json = try await reader.get(
                "/api/v1/schools/\(server.school.dfe.compact)/reports/pupil/2026?pupil=\(server.pupils[0].upn!.text)"
            ).json()
            #expect(json["report"] as? String == "pupil")
            let nobody = try await reader.get("/api/v1/schools/\(server.school.dfe.compact)/reports/pupil/2026")
            #expect(nobody.status == 422)
        }
    }

    @Test func `A name in a report leads here`() async throws {
        try await TestServer.run { server, client in
            let reader = try await server.browser(.readOnly, client)
            let behind = try await reader.get(
                server.link(.keyStage2OutcomesPupils(measure: "reading.expected")))
            #expect(server.pupils.contains { behind.text.contains(server.link(.pupilOverTime($0.id))) })
            #expect(!server.pupils.contains { behind.text.contains("\"\(server.link(.pupil($0.id)))\"") })
        }
    }
}
