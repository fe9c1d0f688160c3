import Assessment
import Foundation
import HTTPTypes
import Storage
import Testing
import Tracker

/// Files brought in by `POST /api/v1/schools/{dfe}/imports`.
struct ImportAPITests {
    private func send(_ name: String, _ bytes: [UInt8], _ server: TestServer, _ browser: Browser, dryRun: Bool = false)
        async throws -> Reply
    {
        var headers = HTTPFields()
        headers[HTTPField.Name("X-CSRF-Token")!] = browser.token
        return try await browser.upload(
            "/api/v1/schools/\(server.school.dfe.compact)/imports?year=2026\(dryRun ? "&dry-run=1" : "")",
            files: [(name, bytes)], headers: headers)
    }

    private func json(_ reply: Reply) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    @Test func `A zip is answered file by file, with what was refused and left out`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let line = "UPN,WRITTAOUTCOME\n\(server.pupils[0].upn!),GDS\n"
            let zip = ZipMaker.zip([
                .init("a.csv", line), .init("b.xml", "<CTfile>"), .init(".DS_Store", "x"),
                .init("c.csv", "UPN,SCITAOUTCOME\n\(server.pupils[1].upn!),EXS\n"),
            ])
            let before = try await server.state()

            // when
            let preview = try json(try await send("all.zip", zip, server, owner, dryRun: true))
            let between = try await server.state()
            let reply = try await send("all.zip", zip, server, owner)

            // then
            #expect(between == before)
            #expect((preview["files"] as? [[String: Any]])?.map { $0["applied"] as? Bool } == [false, false])
            let answer = try json(reply)
            let files = try #require(answer["files"] as? [[String: Any]])
            #expect(files.map { $0["file"] as? String } == ["all.zip/a.csv", "all.zip/c.csv"])
            #expect(files.map { $0["applied"] as? Bool } == [true, true])
            #expect((answer["refused"] as? [String])?.first?.hasPrefix("all.zip/b.xml: ") == true)
            #expect(answer["left_out"] as? [String] == [".DS_Store"])
            #expect(server.files().isEmpty)
        }
    }

    @Test func `A zip of which nothing can be read is refused, and who may not bring files in sends nothing`()
        async throws
    {
        try await TestServer.run { server, client in
            let owner = try await server.browser(.accountOwner, client)
            let reader = try await server.browser(.fullEdit, client)
            let broken = ZipMaker.zip([.init("a.xml", "<CTfile>"), .init("b.xml", "<CTfile>")])
            let tricky = ZipMaker.zip([.init("../a.csv", "UPN,WRITTAOUTCOME")])
            #expect(try await send("all.zip", broken, server, owner).status == 422)
            #expect(try await send("all.zip", tricky, server, owner).text.contains("leads out of its folder"))
            #expect(try await send("all.zip", broken, server, reader).status == 403)
            #expect(server.files().isEmpty)
        }
    }
}
