import Assessment
import HummingbirdTesting
import Pages
import Storage
import Testing
import Tracker

/// What was done at once, taken back later by whoever may do it: list, page, API and command ask the same.
struct BatchPageTests {
    /// A group changed by the teacher, and a list of pupils brought in by the owner.
    private func make(_ server: TestServer, _ client: any TestClientProtocol) async throws -> (
        group: Int64, file: Int64
    ) {
        let school = server.school
        let group = try await server.tracker.change(
            group: GroupChange(name: "Choir", adding: [server.pupils[0].id]), school: school, as: .operator)
        let owner = try await server.browser(.accountOwner, client)
        let file =
            "UPN,Surname,Forename,SEN\r\n\(server.pupils[1].upn!),\(server.pupils[1].surname),\(server.pupils[1].forename),E\r\n"
        let dropped = try await owner.upload(server.link(.upload), files: [("sen.csv", Array(file.utf8))])
        _ = try await owner.post("\(dropped.location)/apply")
        let batches = try await server.tracker.batches(school: school, as: .operator)
        return (
            try #require(group.batch), try #require(batches.first { $0.fileName == "sen.csv" }).id
        )
    }

    @Test func `Full Edit finds a group's batch under Files and takes it back there`() async throws {
        try await TestServer.run { server, client in
            // given
            let batches = try await make(server, client)
            let teacher = try await server.browser(.fullEdit, client)

            // when
            let list = try await teacher.get(server.link(.files))
            let page = try await teacher.get(server.link(.batch(batches.group)))
            let question = try await teacher.get(server.link(.undoBatch(batches.group)))
            let undone = try await teacher.post(server.link(.undoBatch(batches.group)))

            // then
            #expect(list.status == 200)
            #expect(list.text.contains(server.link(.undoBatch(batches.group))))
            #expect(!list.text.contains("sen.csv"))
            #expect(!list.text.contains("Drop a file here"))
            #expect(page.status == 200 && page.text.contains("Undo this"))
            #expect(question.status == 200)
            #expect(undone.status == 303)
            let groups = try await server.tracker.ownGroups(of: server.school, year: TestServer.year, as: .operator)
            #expect(!groups.contains { $0.name == "Choir" })
            // and a file is not theirs
            for link in [server.link(.batch(batches.file)), server.link(.undoBatch(batches.file))] {
                #expect(try await teacher.get(link).status == 403)
            }
            #expect(try await teacher.post(server.link(.undoBatch(batches.file))).status == 403)
        }
    }

    @Test(arguments: Role.allCases)
    func `Every role is given the same answer by the list, the page and the API`(role: Role) async throws {
        try await TestServer.run { server, client in
            // given
            let batches = try await make(server, client)
            let browser = try await server.browser(role, client)
            let api = "/api/v1/schools/\(server.school.dfe.compact)/batches"
            let mayFile = role.permissions.contains(.importFiles)
            let mayGroup = role.permissions.contains(.editPupils)

            // when
            let list = try await browser.get(server.link(.files))
            let listed = try await browser.get(api)

            // then
            let sees = mayFile || role.permissions.contains(.enterJudgements)
            #expect((list.status, listed.status) == (sees ? 200 : 403, sees ? 200 : 403))
            for (batch, may) in [(batches.file, mayFile), (batches.group, mayGroup)] {
                #expect(list.text.contains(server.link(.undoBatch(batch))) == may)
                #expect(listed.text.contains("\"\(batch)\"") == may)
                #expect(try await browser.get(server.link(.batch(batch))).status == (may ? 200 : 403))
                #expect(try await browser.get(server.link(.undoBatch(batch))).status == (may ? 200 : 403))
                let undone = try await browser.post("\(api)/\(batch)/undo", json: "{}")
                #expect(undone.status == (may ? 200 : 403), "\(undone.text)")
            }
        }
    }
}
