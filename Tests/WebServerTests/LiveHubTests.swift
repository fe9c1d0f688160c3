import Assessment
import Foundation
import Logging
import NIOCore
import Storage
import Testing

@testable import Tracker
@testable import WebServer

struct LiveHubTests {
    /// What a stream said: the events' names with their data.
    private actor Heard {
        private(set) var text = ""
        func add(_ buffer: ByteBuffer) { text += String(buffer: buffer) }
    }

    private func hub(_ server: TestServer) -> LiveHub {
        LiveHub(tracker: server.tracker, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func request(
        _ server: TestServer, _ browser: Browser, since: Int64? = nil, className: String? = nil
    ) async throws -> LiveHub.Request {
        let token = try #require(browser.session)
        let signedIn = try #require(try await server.tracker.signedIn(token: token))
        return LiveHub.Request(
            assessment: .ks2, school: server.school, year: TestServer.year, className: className, since: since,
            isEditing: server.tracker.isAllowed(.enterResults, signedIn.caller, in: server.school), token: token,
            caller: signedIn.caller)
    }

    /// Waits until a condition holds, two seconds at most.
    private func soon(_ condition: () async -> Bool) async throws -> Bool {
        for _ in 0..<40 {
            if await condition() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return await condition()
    }

    private func listen(_ events: AsyncStream<ByteBuffer>) -> (Heard, Task<Void, Never>) {
        let heard = Heard()
        return (heard, Task { for await event in events { await heard.add(event) } })
    }

    private func enter(_ server: TestServer, _ pupil: Pupil, _ value: String) async throws {
        _ = try await server.tracker.enter(
            CellEntry(
                assessment: .ks2, year: TestServer.year, pupil: pupil.upn!.text, column: "writing.ta", text: value,
                date: nil, revision: nil), school: server.school, source: .grid, as: .operator)
    }

    @Test func `A saved cell reaches the others within a second, and a page that was away is told what it missed`()
        async throws
    {
        try await TestServer.run { server, client in
            // given
            let hub = hub(server)
            let teacher = try await server.browser(.fullEdit, client)
            let start = try await server.tracker.dataStamp(school: server.school.id).number
            let (id, events) = try await hub.join(try await request(server, teacher, since: start))
            let (heard, task) = listen(events)

            // when
            try await enter(server, server.pupils[0], "GDS")

            // then
            #expect(try await soon { await heard.text.contains("event: rows") })
            let text = await heard.text
            #expect(text.hasPrefix("retry: 1000\nid: \(start)\n\n"))
            #expect(text.contains(server.pupils[0].upn!.text))
            #expect(!text.contains(server.pupils[1].upn!.text))
            #expect(text.contains("\"resultsIn\":{"))
            let now = try await server.tracker.dataStamp(school: server.school.id).number
            #expect(text.contains("id: \(now)\n"))

            // when: another tab was away since the start, and one since before anything is remembered
            let (missed, first) = listen(try await hub.join(try await request(server, teacher, since: start)).events)
            let (all, second) = listen(try await hub.join(try await request(server, teacher, since: 1)).events)
            let (none, third) = listen(try await hub.join(try await request(server, teacher, since: now)).events)

            // then
            #expect(try await soon { await missed.text.contains("event: rows") })
            #expect(await !missed.text.contains(server.pupils[1].upn!.text))
            #expect(try await soon { await all.text.contains(server.pupils.last!.upn!.text) })
            #expect(try await soon { await none.text.contains("event: people") })
            #expect(await !none.text.contains("event: rows"))
            await hub.leave(id)
            for task in [task, first, second, third] { task.cancel() }
        }
    }

    @Test func `Everybody sees who else is here, each person once, and readers without names nothing at all`()
        async throws
    {
        try await TestServer.run { server, client in
            // given
            let hub = hub(server)
            let teacher = try await request(server, try await server.browser(.fullEdit, client))
            let owner = try await request(server, try await server.browser(.accountOwner, client))
            let reader = try await request(server, try await server.browser(.readOnly, client))
            let governor = try await request(server, try await server.browser(.anonymised, client))

            // when
            let (heard, first) = listen(try await hub.join(teacher).events)
            let (ownerID, ownerEvents) = try await hub.join(owner)
            let (_, second) = listen(ownerEvents)
            let (_, third) = listen(try await hub.join(owner).events)
            let (fromReader, fourth) = listen(try await hub.join(reader).events)
            let refused = await #expect(throws: TrackerError.self) { try await hub.join(governor) }

            // then
            #expect(refused?.message.contains("may not see pupils") == true)
            #expect(try await soon { await heard.text.contains("\"name\":\"Account Owner\"") })
            let last = try #require(await heard.text.components(separatedBy: "event: people").last)
            #expect(last.components(separatedBy: "Account Owner").count == 2)
            #expect(await !heard.text.contains("Full Read-only"))
            #expect(try await soon { await fromReader.text.contains("Full Edit") })
            #expect(await fromReader.text.contains("Account Owner"))
            await hub.leave(ownerID)
            for task in [first, second, third, fourth] { task.cancel() }
        }
    }

    @Test func `A stream ends with its session`() async throws {
        try await TestServer.run { server, client in
            // given
            let hub = hub(server)
            let teacher = try await server.browser(.fullEdit, client)
            let (_, events) = try await hub.join(try await request(server, teacher))
            let ended = Task {
                for await _ in events {}
                return true
            }

            // when
            try await server.tracker.signOut(token: try #require(teacher.session))

            // then
            #expect(await ended.value)
        }
    }

    @Test func `Who takes nothing is let go instead of kept in memory`() async throws {
        try await TestServer.run { server, client in
            // given: a stream that nobody reads
            let hub = hub(server)
            let teacher = try await server.browser(.fullEdit, client)
            let (_, events) = try await hub.join(try await request(server, teacher))

            // when
            for index in 0..<(LiveListener.mostWaiting + 4) {
                try await enter(server, server.pupils[0], index.isMultiple(of: 2) ? "WTS" : "EXS")
                _ = try await hub.join(try await request(server, teacher))
            }

            // then
            var count = 0
            for await _ in events { count += 1 }
            #expect(count <= LiveListener.mostWaiting)
        }
    }
}
