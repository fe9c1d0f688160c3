import Assessment
import Foundation
import HTTPTypes
import NIOCore
import Pages
import Storage
import Testing
import Tracker

struct APIDocumentTests {
    @Test func `Every path of the API’s document answers as it says`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let document = try await server.nobody(client).get("/api/openapi.json")
            let json = try document.json()
            let paths = try #require(json["paths"] as? [String: [String: Any]])
            let values = [
                "{dfe}": server.school.dfe.compact, "{year}": "2026", "{assessment}": "ks2",
                "{pupil}": server.pupils[0].upn!.text, "{column}": "writing.ta", "{batch}": "1", "{keyStage}": "2",
                "{subject}": "reading",
            ]

            // when, then
            #expect(json["openapi"] as? String == "3.1.0")
            #expect(paths.count >= 10)
            // A stream has no end to wait for: LiveHubTests read it.
            for (path, methods) in paths where !path.contains("/events/") {
                var address = path
                for (name, value) in values { address = address.replacing(name, with: value) }
                #expect(!address.contains("{"), "\(path)")
                for (method, description) in methods {
                    let reply = try await answer(owner, method, address)
                    let said = (description as? [String: Any])?["responses"] as? [String: Any] ?? [:]
                    let isKnown = said[String(reply.status)] != nil || [400, 404, 422].contains(reply.status)
                    #expect(isKnown, "\(method) \(path): \(reply.status)")
                    #expect(!reply.text.contains("There is nothing at this address."), "\(method) \(path)")
                    #expect(reply.headers[.contentType] == "application/json", "\(method) \(path)")
                }
            }
        }
    }

    private func answer(_ browser: Browser, _ method: String, _ address: String) async throws -> Reply {
        switch method {
        case "get": return try await browser.get(address)
        case "put": return try await browser.put(address, #"{"value":"EXS"}"#)
        case "post" where address.hasSuffix("/results/2026/ks2"):
            return try await browser.post(address, json: #"{"cells":[]}"#)
        case "post" where address.hasSuffix("/paste"):
            return try await browser.post(
                address, json: #"{"text":"EXS","pupil":"1","column":"writing.ta","columns":[],"pupils":[]}"#)
        case "post" where address.hasSuffix("/sign-in"):
            return try await browser.send(.post, address, body: .init(string: #"{"email":"x","password":"y"}"#))
        default:
            var headers = HTTPFields()
            if let name = HTTPField.Name("X-CSRF-Token") { headers[name] = browser.token }
            return try await browser.upload(address, files: [("x.csv", Array("nothing".utf8))], headers: headers)
        }
    }

    @Test func `An address that the document does not have is refused as JSON`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            for address in [
                "/api", "/api/v1", "/api/v1/nothing", "/api/v1/schools/\(server.school.dfe.compact)/nothing",
            ] {
                let reply = try await owner.get(address)
                #expect(reply.status == 404)
                #expect(try reply.json()["message"] != nil)
            }
        }
    }

    @Test func `Reports and results of the API are those of the pages`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let base = "/api/v1/schools/\(server.school.dfe.compact)"

            // when
            let report = try await owner.get("\(base)/reports/ks2-outcomes/2026").json()
            let results = try await owner.get("\(base)/results/2026").json()
            let page = try await owner.get(server.link(.keyStage2Outcomes()))
            let csv = try await owner.get(server.link(.keyStage2OutcomesFile(.csv)))

            // then
            #expect(report["cohort"] as? Int == server.pupils.count)
            #expect((results["pupils"] as? [Any])?.count == server.pupils.count)
            let subjects = try #require(report["subjects"] as? [String: [String: Any]])
            let reading = try #require(subjects["reading"])
            let expected = try #require((reading["expected"] as? [String: Any])?["count"] as? Int)
            let eligible = try #require(reading["eligible"] as? Int)
            #expect(page.text.contains("\(expected) of \(eligible) ("))
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.headers[.contentDisposition]?.contains("ks2-outcomes-2026.csv") == true)
        }
    }
}
