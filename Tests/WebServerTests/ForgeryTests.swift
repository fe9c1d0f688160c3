import Assessment
import HTTPTypes
import Pages
import Storage
import Testing
import Tracker

struct ForgeryTests {
    private static func forms(_ server: TestServer) -> [(SchoolPage, [(String, String)])] {
        [
            (.newPupil, [("surname", "New"), ("forename", "Pupil"), ("year-group", "6")]),
            (.editPupil(server.pupils[0].id), [("surname", "Changed"), ("forename", "Name")]),
            (.school, [("name", "Changed"), ("dfe-number", server.school.dfe.description)]),
            (.users, [("email", "new@school.example"), ("role", "read-only")]),
            (.table(.init(year: 2026, keyStage: 2, subject: .reading)), [("withdraw", "1")]),
            (.shareUpload(1), [("school", "820/9991")]), (.applyUpload(1), []), (.undoBatch(1), []),
        ]
    }

    @Test func `A form without the session’s token, or from another site, changes nothing`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let other = try await server.browser(.accountAdmin, client)
            let before = try await server.state()
            let forged = [
                ("no token", Browser(client: client, session: owner.session), HTTPFields()),
                ("wrong token", Browser(client: client, session: owner.session, token: "wrong"), [:]),
                ("token of another", Browser(client: client, session: owner.session, token: other.token), [:]),
                ("another origin", owner, .origin("https://evil.example")),
                ("another site", owner, .fetchSite("cross-site")),
                ("same site, not origin", owner, .fetchSite("same-site")),
            ]

            // when, then
            for (name, browser, headers) in forged {
                for (page, fields) in Self.forms(server) {
                    let reply = try await browser.post(server.link(page), fields, headers: headers)
                    #expect(reply.status == 403, "\(name): \(page)")
                    #expect(reply.text.contains("Nothing was changed."), "\(name): \(page)")
                }
            }
            #expect(try await server.state() == before)
        }
    }

    @Test func `A grid that stayed open goes on after its reader has signed in again, and nobody else’s does`()
        async throws
    {
        try await TestServer.run { server, client in
            // given: the page has the token of a session that is over
            let before = try await server.browser(.fullEdit, client)
            let token = try #require(before.token)
            let user = try #require(token.split(separator: ".").first)
            let again = try await server.signedInAgain(before, client)
            let other = try await server.browser(.accountOwner, client)
            let cell = server.cell(server.pupils[0], "writing.ta")
            let own = HTTPFields.origin("http://localhost")
            func put(_ session: Browser, _ token: String?, _ headers: HTTPFields) async throws -> Int {
                let page = Browser(client: client, session: session.session, token: token)
                return try await page.put(
                    cell, #"{"value":"EXS","date":"2026-06-01","revision":null}"#, headers: headers
                ).status
            }
            // when, then: only with the browser's word, and as the same person
            #expect(try await put(again, token, [:]) == 403)
            #expect(try await put(again, token, .origin("https://evil.example")) == 403)
            #expect(try await put(again, nil, own) == 403)
            #expect(try await put(again, "wrong", own) == 403)
            #expect(try await put(other, token, own) == 403)
            #expect(try await put(again, "\(user)", own) == 403)
            #expect(try await put(again, token, own) != 403)
        }
    }

    @Test func `Files without the token are received, refused and removed`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let forged = Browser(client: client, session: owner.session, token: "wrong")
            let file = (name: "table.csv", bytes: Array("year,key_stage,subject,raw_score,scaled_score\r\n".utf8))

            // when
            let upload = try await forged.upload(server.link(.upload), files: [file])
            let table = try await forged.upload(server.link(.tables), files: [file])
            let cross = try await owner.upload(
                server.link(.upload), files: [file], headers: .origin("https://evil.example"))

            // then
            #expect(upload.status == 403)
            #expect(table.status == 403)
            #expect(cross.status == 403)
            #expect(server.files().isEmpty)
            #expect(try await owner.get(server.link(.files)).text.contains("Nothing has come in yet"))
        }
    }

    @Test func `A cell is saved only with the token in its header`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let cell = server.cell(server.pupils[0], "writing.ta")
            let before = try await server.state()

            // when
            let without = try await Browser(client: client, session: owner.session).put(cell, #"{"value":"GDS"}"#)
            let wrong = try await Browser(client: client, session: owner.session, token: "x").put(
                cell, #"{"value":"GDS"}"#)
            let cross = try await owner.put(cell, #"{"value":"GDS"}"#, headers: .origin("https://evil.example"))
            let nobody = try await server.nobody(client).put(cell, #"{"value":"GDS"}"#)

            // then
            #expect(without.status == 403)
            #expect(wrong.status == 403)
            #expect(cross.status == 403)
            #expect(nobody.status == 401)
            #expect(try await server.state() == before)
        }
    }

    @Test func `A form sent after the session ended is answered with the sign-in page`() async throws {
        try await TestServer.run { server, client in
            let reply = try await server.nobody(client).post(server.link(.newPupil), [("surname", "New")])
            #expect(reply.status == 401)
            #expect(reply.text.contains("You are signed out, so nothing was changed."))
            #expect(reply.text.contains("name=\"return\""))
        }
    }
}
