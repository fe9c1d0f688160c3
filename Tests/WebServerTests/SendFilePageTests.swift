import Assessment
import HTTPTypes
import Pages
import Storage
import Testing
import Tracker

/// The page on which files go out.
struct SendFilePageTests {
    private func forms(_ query: SendFileQuery, seen: Bool = false) -> [(String, String)] {
        query.items.map { ($0.name, $0.value) } + (seen ? [("seen", "1")] : [])
    }

    @Test func `A file is checked, made, named and listed among those that went out`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let query = SendFileQuery(destination: "mis")

            // when: asked for
            let page = try await owner.get(server.link(.sendFile(query)))

            // then: nothing is made by looking
            #expect(page.status == 200)
            let name = "\(server.school.dfe.compact)_CTF_\(server.school.dfe.compact)_001.xml"
            #expect(page.text.contains(name))
            #expect(try await server.tracker.sentFiles(school: server.school, as: .operator).isEmpty)

            // when: made, with what was seen
            let made = try await owner.post(server.link(.sendFile()), forms(query, seen: true))

            // then
            #expect(made.status == 200)
            #expect(made.headers[.contentType] == "application/xml")
            #expect(made.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
            #expect(made.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CTfile>"))
            let files = try await owner.get(server.link(.files))
            #expect(files.text.contains("What went out") && files.text.contains(name))
            let listed = try await server.tracker.sentFiles(school: server.school, as: .operator)
            #expect(listed.count == 1)
            #expect(files.text.contains(listed[0].sha256))
        }
    }

    @Test func `What would be refused leads to its cell, must be seen, and stops the return of the agency`()
        async throws
    {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let pupil = server.pupils[0]
            _ = try await owner.put(server.cell(pupil, "writing.ta"), #"{"value":""}"#)

            // when
            let page = try await owner.get(server.link(.sendFile(SendFileQuery(destination: "sta"))))

            // then
            #expect(page.text.contains("Writing teacher assessment is missing."))
            #expect(page.text.contains("A statutory return is made only when nothing would be refused."))
            let cell = page.text.split(separator: "\"").first { $0.hasSuffix("#\(pupil.upn!.text)/writing.ta") }
            // A sitting that begins on a date: without one the grid would ask for it first.
            #expect(cell?.contains("edit=1&amp;date=") == true, "\(cell ?? "")")
            #expect(!page.text.contains("Make the file"))
            let refused = try await owner.post(
                server.link(.sendFile()), forms(SendFileQuery(destination: "sta"), seen: true))
            #expect(refused.status == 422)

            // when: for the school's own system, unseen and seen
            let query = SendFileQuery(destination: "mis", what: "ks2")
            let unseen = try await owner.post(server.link(.sendFile()), forms(query))
            let seen = try await owner.post(server.link(.sendFile()), forms(query, seen: true))

            // then
            #expect(unseen.status == 422)
            #expect(unseen.text.contains("Tick that you have seen what the receiver would refuse"))
            #expect(seen.status == 200)
            #expect(seen.headers[.contentDisposition]?.contains("_KS2_") == true)
        }
    }

    @Test func `A year in which nobody is yet leads to a list of pupils`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            let next = SchoolPlace(school: server.school.dfe, year: SchoolYear(endYear: 2027)!)
            for query in [SendFileQuery(), SendFileQuery(destination: "mis")] {
                let page = try await owner.get(next.link(.sendFile(query)))
                #expect(page.status == 200)
                #expect(page.text.contains("There are no pupils in 2026/27 yet"))
                #expect(!page.text.contains("Check the file"))
            }
            let made = try await owner.post(next.link(.sendFile()), forms(SendFileQuery(destination: "mis")))
            #expect(made.status == 422)
        }
    }

    @Test func `Choices that make no file are said at their fields`() async throws {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            for (query, status, words) in [
                (SendFileQuery(destination: "school"), 422, "Enter the other school’s DfE number"),
                (SendFileQuery(destination: "school", number: "12"), 422, "Enter the other school’s DfE number"),
                (SendFileQuery(destination: "nobody"), 422, "Choose who the file is for."),
                (SendFileQuery(destination: "sta", what: "mtc"), 422, "Key Stage 2 only"),
                (SendFileQuery(destination: "mis", who: "ticked"), 422, "Tick the pupils"),
                (SendFileQuery(destination: "mis", who: "class:Nobody"), 422, "There is no class"),
                (SendFileQuery(destination: "mis", who: "?"), 422, "Choose whose data goes out."),
                (
                    SendFileQuery(destination: "la", what: "ks1"), 422,
                    "There are no pupils who take the End of Key Stage 1"
                ),
            ] as [(SendFileQuery, Int, String)] {
                let page = try await owner.get(server.link(.sendFile(query)))
                #expect(page.status == status, "\(query)")
                #expect(page.text.contains(words), "\(query)")
                #expect(try await owner.post(server.link(.sendFile()), forms(query)).status == status, "\(query)")
            }
            // Ticked pupils are the file's.
            let one = SendFileQuery(destination: "mis", who: "ticked", pupils: [String(server.pupils[0].id)])
            let made = try await owner.post(server.link(.sendFile()), forms(one, seen: true))
            #expect(made.text.split(separator: "<Pupil>").count == 2)
        }
    }
}
