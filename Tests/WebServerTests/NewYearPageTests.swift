import Assessment
import Foundation
import Pages
import Storage
import Testing
import Tracker

/// Starting a year and making groups, by their pages.
struct NewYearPageTests {
    private static let next = SchoolYear(endYear: 2027)!

    private static func agreed(_ page: Reply) throws -> String {
        try #require(page.between("name=\"agreed\" value=\"", "\""))
    }

    @Test func `A year is looked at, started, and taken back from the notice`() async throws {
        try await TestServer.run { server, client in
            // given
            let office = try await server.browser(.accountAdmin, client)
            let page = try await office.get(server.link(.rollOver))
            #expect(page.status == 200)
            #expect(page.text.contains("Start 2026/27"))

            // when
            let started = try await office.post(
                server.link(.rollOver),
                [("do", "start"), ("agreed", try Self.agreed(page)), ("last-day", "2026-07-22")])

            // then
            #expect(started.status == 303)
            let pupil = try await server.tracker.pupil(server.pupils[0].id, in: server.school, as: .operator)
            #expect(pupil.stored.pupil.leavingDate == CalendarDate(iso: "2026-07-22"))
            let list = try await office.after(started).get(started.location)
            #expect(list.text.contains("2026/27 was started"))
            #expect(list.text.contains("/undo\""))
        }
    }

    @Test func `What was agreed to long ago is shown again instead of done`() async throws {
        try await TestServer.run { server, client in
            let office = try await server.browser(.accountAdmin, client)
            let reply = try await office.post(
                server.link(.rollOver), [("do", "start"), ("agreed", "of another day")])
            #expect(reply.status == 409)
            #expect(reply.text.contains("Look at it again, then confirm."))
            let pupil = try await server.tracker.pupil(server.pupils[0].id, in: server.school, as: .operator)
            #expect(pupil.stored.pupil.leavingDate == nil)
        }
    }

    @Test func `A last day that is none is said at its field, with everything else as typed`() async throws {
        try await TestServer.run { server, client in
            let office = try await server.browser(.accountAdmin, client)
            for day in ["2026-02-30", "2027-07-01"] {
                let reply = try await office.post(
                    server.link(.rollOver), [("do", "start"), ("agreed", ""), ("last-day", day)])
                #expect(reply.status == 422, "\(day)")
                #expect(reply.text.contains("field-last-day-error"), "\(day)")
            }
        }
    }

    @Test func `A group is filled by rule, saved, and undone`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let query = OwnGroupQuery(name: "Chess & <co>", rules: ["girls"], ticks: true)
            let page = try await teacher.get(server.link(.group(query)))
            #expect(page.text.contains("Chess &amp; &lt;co&gt;"))
            let girls = server.pupils.filter { $0.sex == .female }
            #expect(page.text.components(separatedBy: "name=\"member\"").count - 1 == girls.count)

            // when
            let fields =
                girls.map { ("shown", "\($0.id)") } + girls.dropFirst().map { ("member", "\($0.id)") }
                + [("new-name", "Chess & <co>"), ("do", "save")]
            let saved = try await teacher.post(server.link(.group(query)), fields)

            // then
            #expect(saved.status == 303)
            let groups = try await server.tracker.ownGroups(
                of: server.school, year: TestServer.year, as: .operator)
            #expect(groups.first { $0.name == "Chess & <co>" }?.pupils.count == girls.count - 1)

            // when
            let after = try await teacher.after(saved).get(saved.location)
            let batch = try #require(after.between("name=\"undo\" value=\"", "\""))
            let undone = try await teacher.post(server.link(.group(query)), [("undo", batch)])

            // then
            #expect(undone.status == 303)
            #expect(
                try await server.tracker.ownGroups(of: server.school, year: TestServer.year, as: .operator)
                    .contains { $0.name == "Chess & <co>" } == false)
        }
    }

    @Test func `A group of nobody is refused, and the page keeps what was typed`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let reply = try await teacher.post(
                server.link(.group(OwnGroupQuery(name: "Chess"))), [("new-name", "Chess club"), ("do", "save")])
            #expect(reply.status == 422)
            #expect(reply.text.contains("Tick at least one pupil"))
        }
    }
}
