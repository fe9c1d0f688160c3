import Assessment
import Foundation
import Pages
import Storage
import Testing
import Tracker

/// Sheets for parents, by their page.
struct ParentsPageTests {
    @Test func `The school's words are changed, escaped, and taken back from the notice`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let page = try await owner.get(server.link(.parentsSheets()))
            #expect(page.status == 200)
            #expect(page.text.contains("End of Key Stage 2 results"))

            // when
            let saved = try await owner.post(
                server.link(.parentsSheets()), [("heading", "<i>Our</i> results"), ("text", "One\r\n\r\nTwo & three")])

            // then
            #expect(saved.status == 303)
            let after = try await owner.after(saved).get(saved.location)
            #expect(after.text.contains("<h3>&lt;i&gt;Our&lt;/i&gt; results</h3>"))
            #expect(after.text.contains("<p>One</p>"))
            #expect(after.text.contains("<p>Two &amp; three</p>"))
            #expect(after.text.contains("End of Key Stage 2 results"), "the notice's Undo brings the words before back")
        }
    }

    @Test func `Words that can't be taken stand in their fields with what is wrong`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            let before = try await server.state()
            let reply = try await owner.post(server.link(.parentsSheets()), [("heading", " "), ("text", "Kept words")])
            #expect(reply.status == 422)
            #expect(reply.text.contains("field-heading-error"))
            #expect(reply.text.contains("Enter the heading."))
            #expect(reply.text.contains("Kept words"))
            #expect(try await server.state() == before)
        }
    }

    @Test func `A sheet a pupil of the class, one pupil alone, and none of another school`() async throws {
        try await TestServer.run { server, client in
            let reader = try await server.browser(.readOnly, client)
            let all = try await reader.get(server.link(.parentsSheets()))
            #expect(all.text.components(separatedBy: "<article").count - 1 == server.pupils.count)
            let one = try await reader.get(server.link(.parentsSheets(ParentsQuery(pupil: server.markup.id))))
            #expect(one.text.components(separatedBy: "<article").count - 1 == 1)
            #expect(one.text.contains("&lt;b&gt;O"))
            #expect(!one.text.contains(TestServer.wickedName))
            let theirs = try await reader.get(server.link(.parentsSheets(ParentsQuery(pupil: server.stranger.id))))
            #expect(theirs.status == 404)
            #expect(!theirs.text.contains(server.stranger.surname))
            let draft = try await reader.get(server.link(.parentsSheets(ParentsQuery(isDraft: true))))
            #expect(draft.text.contains("Test results come in July."))
            #expect(!draft.text.contains("Scaled score</th>"))
        }
    }
}
