import Assessment
import HTTPTypes
import NIOCore
import Pages
import Testing
import Tracker

struct CellTests {
    /// A pupil with three mathematics marks, and the table's score for one mark more in paper 1.
    private func mathematician(_ server: TestServer) async throws -> (pupil: Pupil, marks: [Int]) {
        let results = try await server.tracker.results(
            .ks2, school: server.school, year: TestServer.year, as: .operator)
        let found = try #require(
            results.pupils.first { result in
                (1...3).allSatisfy {
                    Int(result.values[.ks2, default: [:]][ColumnID(rawValue: "mathematics.paper\($0)")] ?? "") != nil
                }
                    && Int(result.values[.ks2, default: [:]]["mathematics.paper1"] ?? "") ?? 40 < 40
            })
        return (
            found.pupil, (1...3).map { Int(found.values[.ks2]![ColumnID(rawValue: "mathematics.paper\($0)")]!)! }
        )
    }

    @Test func `A saved mark comes back with everything that follows from it`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let (pupil, marks) = try await mathematician(server)
            let total = marks.reduce(1, +)
            let table = try #require(
                try await server.tracker.tables().table(.init(year: 2026, keyStage: 2, subject: .mathematics)))

            // when
            let reply = try await teacher.put(
                server.cell(pupil, "mathematics.paper1"),
                #"{"value":" \#(marks[0] + 1) ","date":"2026-05-14","revision":1}"#)

            // then
            #expect(reply.status == 200)
            let json = try reply.json()
            #expect(json["value"] as? String == "\(marks[0] + 1)")
            #expect(json["revision"] as? Int == 2)
            let cells = try #require((json["row"] as? [String: Any])?["cells"] as? [String: [String: Any]])
            #expect(cells["mathematics.total"]?["text"] as? String == "\(total)")
            #expect(cells["mathematics.total"]?["state"] as? String == "derived")
            #expect(cells["mathematics.scaled"]?["text"] as? String == table.scores[total].map(String.init) ?? "")
            #expect(cells["mathematics.ta"]?["state"] as? String == "locked")
            #expect(cells["mathematics.paper1"]?["by"] as? String == "Full Edit")
            let progress = try #require(json["resultsIn"] as? [String: Any])
            let done = try #require(progress["done"] as? Int)
            let due = try #require(progress["due"] as? Int)
            #expect(done <= due)
            #expect(progress["words"] as? String == "\(done) of \(due) results in")
        }
    }

    @Test func `A value that can’t be is refused with what is allowed, and not stored`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let (pupil, _) = try await mathematician(server)
            let before = try await server.state()

            // when
            let tooMuch = try await teacher.put(server.cell(pupil, "mathematics.paper1"), #"{"value":"41"}"#)
            let unknown = try await teacher.put(server.cell(pupil, "mathematics.paper1"), #"{"value":"Ü"}"#)
            let closed = try await teacher.put(server.cell(pupil, "mathematics.ta"), #"{"value":"PK6"}"#)
            let future = try await teacher.put(
                server.cell(pupil, "mathematics.paper1"), #"{"value":"10","date":"2026-12-24"}"#)
            let noDate = try await teacher.put(
                server.cell(pupil, "mathematics.paper1"), #"{"value":"10","date":"14 May"}"#)
            let noColumn = try await teacher.put(server.cell(pupil, "mathematics.paper9"), #"{"value":"10"}"#)
            let noJSON = try await teacher.put(server.cell(pupil, "mathematics.paper1"), "value=10")

            // then
            #expect(tooMuch.status == 422)
            #expect(try tooMuch.json()["message"] as? String != nil)
            #expect((try tooMuch.json()["allowed"] as? String)?.hasPrefix("0 to 40, or A, B") == true)
            #expect(tooMuch.text.contains("40"))
            #expect(unknown.status == 422)
            #expect(closed.status == 422)
            #expect(closed.text.contains("mark is in"))
            #expect(future.status == 422)
            #expect(noDate.status == 422)
            #expect(noColumn.status == 422)
            #expect(noJSON.status == 400)
            #expect(try await server.state() == before)
        }
    }

    @Test func `Of two people who change one cell, the slower is shown both values`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let colleague = try await server.browser(.accountAdmin, client)
            let cell = server.cell(server.pupils[0], "writing.ta")
            _ = try await colleague.put(cell, #"{"value":"WTS"}"#)
            let json = try await colleague.put(cell, #"{"value":"GDS"}"#).json()
            let revision = try #require(json["revision"] as? Int)

            // when
            let late = try await teacher.put(cell, #"{"value":"EXS","revision":\#(revision - 1)}"#)
            let knowing = try await teacher.put(cell, #"{"value":"EXS","revision":\#(revision)}"#)

            // then
            #expect(late.status == 409)
            let current = try #require(try late.json()["current"] as? [String: Any])
            #expect(current["value"] as? String == "GDS")
            #expect(current["revision"] as? Int == revision)
            #expect(current["author"] as? String == "Account Admin")
            #expect(current["at"] as? String == "21 November 2026, 09:14")
            #expect(knowing.status == 200)
        }
    }

    @Test func `A cleared cell is empty again`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let reply = try await teacher.put(server.cell(server.pupils[0], "writing.ta"), #"{"value":""}"#)
            #expect(reply.status == 200)
            #expect(try reply.json()["value"] as? String == "")
            let cells = try #require((try reply.json()["row"] as? [String: Any])?["cells"] as? [String: [String: Any]])
            #expect(cells["writing.ta"]?["state"] as? String == "due")
        }
    }

    @Test func `A script signs in, is told its token, and enters with it`() async throws {
        try await TestServer.run { server, client in
            // given
            _ = try await server.tracker.addUser(
                email: "script@school.example", name: "Script", role: .fullEdit, school: server.school,
                password: "three-words-long", as: .operator)
            let nobody = server.nobody(client)

            // when
            let wrong = try await nobody.send(
                .post, "/api/v1/sign-in", body: .init(string: #"{"email":"script@school.example","password":"no"}"#))
            let right = try await nobody.send(
                .post, "/api/v1/sign-in",
                body: .init(string: #"{"email":"script@school.example","password":"three-words-long"}"#))
            let token = try #require(try right.json()["token"] as? String)
            let cell = server.cell(server.pupils[0], "writing.ta")
            let entered = try await nobody.put(cell, #"{"value":"GDS"}"#, headers: [.authorization: "Bearer \(token)"])

            // then
            #expect(wrong.status == 401)
            #expect(entered.status == 200)
            #expect(
                try await nobody.put(cell, #"{"value":"GDS"}"#, headers: [.authorization: "Bearer x"]).status == 401)
        }
    }
}
