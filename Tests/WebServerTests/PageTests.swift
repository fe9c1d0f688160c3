import Assessment
import Foundation
import HTTPTypes
import Pages
import Reports
import Storage
import Testing
import Tracker

struct PageTests {
    /// Every page of a school, with what its title begins with.
    private static func pages(_ server: TestServer) -> [(SchoolPage, String)] {
        let pupil = server.markup.id
        return [
            (.assessments, "Assessments"), (.chooseClass(.ks2), "End of Key Stage 2"),
            (.grid(.ks2), "End of Key Stage 2, Year 6"),
            (.grid(.ks2, GridQuery(filter: "mathematics")), "End of Key Stage 2, Year 6"),
            (.grid(.ks2, GridQuery(filter: "summary", order: "-reading.scaled")), "End of Key Stage 2, Year 6"),
            (.grid(.ks2, GridQuery(isBlank: true)), "End of Key Stage 2, Year 6"),
            (.pupils(), "Pupils"), (.pupils(PupilQuery(search: "brien")), "Pupils"), (.newPupil, "Add a pupil"),
            (.pupil(pupil), "&lt;b&gt;O"), (.pupilOverTime(pupil), "&lt;b&gt;O"),
            (.editPupil(pupil), "Change the details of &lt;b&gt;O"),
            (.reports, "Reports"),
            (.keyStage2Outcomes(), "End of Key Stage 2 Outcomes, 2026"),
            (.keyStage2Outcomes(OutcomesQuery(group: "girls")), "End of Key Stage 2 Outcomes, 2026"),
            (.keyStage2OutcomesPupils(measure: "reading.expected"), "Reading: expected standard or above"),
            (.keyStage2OutcomesPupils(measure: "rwm.higher"), "Reading, writing and mathematics: higher standard"),
            (.keyStage2OutcomesPupils(measure: "not_recorded"), "Nothing recorded yet"),
            (.analysis, "Analysis"), (.files, "Files"), (.school, "School"), (.users, "Users"),
            (.tables, "Conversion tables"), (.table(.init(year: 2026, keyStage: 2, subject: .reading)), "Reading"),
        ]
    }

    @Test func `Every page answers an owner, under its title, with no name unescaped`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            for (page, title) in Self.pages(server) {
                let reply = try await owner.get(server.link(page))
                #expect(reply.status == 200, "\(page)")
                #expect(reply.title.hasPrefix(title), "\(page): \(reply.title)")
                #expect(!reply.text.contains(TestServer.wickedName), "\(page)")
                #expect(!reply.text.contains("<b>O"), "\(page)")
                #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
                #expect(reply.headers[.cacheControl] == "no-store")
                #expect(reply.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            }
        }
    }

    @Test func `The grid, the list and the report show the escaped name`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            for page in [SchoolPage.grid(.ks2), .pupils(), .pupil(server.markup.id)] {
                #expect(
                    try await owner.get(server.link(page)).text.contains("&lt;b&gt;O&#39;Brien&lt;/b&gt;"), "\(page)")
            }
        }
    }

    @Test func `Every link of every page leads to a page`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            var waiting: Set<String> = ["/", server.link(.grid(.ks2, GridQuery(isEditing: true)))]
            var seen: Set<String> = []
            // Addresses that differ in what they ask for only, like the group of a report, lead to pages alike: a few stand for all.
            var alike: [String: Int] = [:]

            // when, then
            while let address = waiting.popFirst() {
                seen.insert(address)
                let reply = try await owner.get(address)
                #expect([200, 303, 405].contains(reply.status), "\(address): \(reply.status)")
                guard reply.status == 200 else { continue }
                let found = reply.addresses.union(reply.location.isEmpty ? [] : [reply.location])
                waiting.formUnion(Self.chosen(found.subtracting(seen).subtracting(waiting), &alike))
            }
            #expect(seen.count > 60)
        }
    }

    /// Those of which fewer than four alike were chosen before.
    private static func chosen(_ links: Set<String>, _ alike: inout [String: Int]) -> [String] {
        links.sorted().filter { link in
            let shape = shape(link)
            guard alike[shape, default: 0] < 4, !link.contains("/sign-out") else { return false }
            alike[shape, default: 0] += 1
            return true
        }
    }

    /// The path with its numbers as 0, and the names of what is asked for.
    private static func shape(_ link: String) -> String {
        let address = Address(parsing: link)
        let path = address.path.map { Int($0) == nil ? $0 : "0" }
        return path.joined(separator: "/") + "?" + address.query.map(\.name).joined(separator: "&")
    }

    @Test func `An address that is none is a page that says so`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            for address in [
                "/nothing", "/schools/8209991/2026/nothing", "/schools/x/2026/assessments",
                server.link(.pupil(99)), server.link(.pupilOverTime(99)), server.link(.batch(99)),
                server.link(.preview(99)),
                server.link(.grid(.ks2, GridQuery(className: "No such class"))),
                server.link(.grid(.mtc, GridQuery(className: "No such class"))),
                server.link(.keyStage2OutcomesPupils(measure: "reading.nonsense")),
                server.link(.keyStage2Outcomes(OutcomesQuery(group: "nonsense"))),
                server.link(.table(.init(year: 2099, keyStage: 2, subject: .reading))),
                "/schools/8200001/2026/assessments",
            ] {
                let reply = try await owner.get(address)
                #expect(reply.status == 404, "\(address)")
                #expect(reply.text.contains("<h1>There is"), "\(address)")
            }
            #expect(try await server.nobody(client).get("/nothing").status == 404)
        }
    }

    @Test func `A page takes GET and HEAD, a form POST, and nothing else`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)

            // when
            let deletion = try await owner.send(.delete, server.link(.pupils()), body: nil)
            let posted = try await owner.post(server.link(.pupils()))
            let got = try await owner.get(server.link(.applyUpload(1)))
            let head = try await owner.send(.head, server.link(.pupils()), body: nil)

            // then
            #expect(deletion.status == 405)
            #expect(posted.status == 405)
            #expect(posted.headers[.allow] == "GET, HEAD")
            #expect(got.status == 405)
            #expect(got.headers[.allow] == "POST")
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
        }
    }

    @Test func `The start page is the one school in the year last looked at`() async throws {
        try await TestServer.run { server, client in
            // given
            let reader = try await server.browser(.readOnly, client)
            let first = try await reader.get("/")

            // when
            let address = SchoolPlace(school: server.school.dfe, year: .init(endYear: 2027)!).link(.assessments)
            _ = try await reader.get(address)
            let second = try await reader.get("/")
            _ = try await reader.get(address.replacing("/2027/", with: "/2050/"))
            let third = try await reader.get("/")

            // then
            #expect(first.location == server.link(.assessments))
            #expect(second.location == address)
            #expect(third.location == address)
        }
    }

    @Test func `Assets have a tag, and are cached for good under their version`() async throws {
        try await TestServer.run { server, client in
            // given
            let nobody = server.nobody(client)
            let page = try await nobody.get("/sign-in")
            let versioned = try #require(page.addressOfStyleSheet)

            // when
            let sheet = try await nobody.get(versioned)
            let plain = try await nobody.get("/assets/grid-saver.js")
            let tag = try #require(plain.headers[.eTag])
            let again = try await nobody.get("/assets/grid-saver.js", headers: [.ifNoneMatch: tag])

            // then
            #expect(sheet.status == 200)
            #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
            #expect(plain.headers[.cacheControl] == "no-cache")
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(try await nobody.get("/assets/nothing.js").status == 404)
        }
    }

    @Test func `Health and readiness answer without a session, and metrics name nobody`() async throws {
        try await TestServer.run { server, client in
            let nobody = server.nobody(client)
            #expect(try await nobody.get("/healthz").text == "{}")
            #expect(try await nobody.get("/readyz").status == 200)
            let metrics = try await nobody.get("/metrics").text
            #expect(metrics.contains("leadline_http_requests_total"))
            #expect(!metrics.contains(server.pupils[0].surname))
        }
    }
}

extension Reply {
    fileprivate var addressOfStyleSheet: String? { between("<link rel=\"stylesheet\" href=\"", "\"") }
}
