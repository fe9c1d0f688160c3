import HTTPTypes
import Pages
import Testing
import Tracker

struct SignInTests {
    private let password = "three-words-long"

    private func addUser(_ server: TestServer) async throws {
        _ = try await server.tracker.addUser(
            email: "head@school.example", name: "M. Price", role: .accountOwner, school: server.school,
            password: password, as: .operator)
    }

    @Test func `The right password opens a session and leads to where one wanted to go`() async throws {
        try await TestServer.run { server, client in
            // given
            try await addUser(server)
            let nobody = server.nobody(client)
            let wanted = server.link(.reports)

            // when
            let asked = try await nobody.get(wanted)
            let reply = try await nobody.post(
                "/sign-in", [("email", "Head@School.example "), ("password", password), ("return", wanted)])

            // then
            #expect(asked.status == 303)
            #expect(asked.location.hasPrefix("/sign-in?return=%2Fschools%2F"))
            #expect(reply.status == 303)
            #expect(reply.location == wanted)
            #expect(
                reply.cookies.contains {
                    $0.hasPrefix("leadline=") && $0.contains("HttpOnly") && $0.contains("SameSite=Lax")
                })
            let page = try await nobody.after(reply).get(wanted)
            #expect(page.status == 200)
            #expect(page.text.contains("M. Price"))
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/sign-out",
    ])
    func `Sign-in never leads to another place`(target: String) async throws {
        try await TestServer.run { server, client in
            try await addUser(server)
            let reply = try await server.nobody(client).post(
                "/sign-in", [("email", "head@school.example"), ("password", password), ("return", target)])
            #expect(reply.location == "/")
        }
    }

    @Test func `A wrong password is refused, and after eight even the right one must wait`() async throws {
        try await TestServer.run { server, client in
            // given
            try await addUser(server)
            let nobody = server.nobody(client)

            // when
            let wrong = try await nobody.post("/sign-in", [("email", "head@school.example"), ("password", "wrong")])
            for _ in 0..<7 {
                _ = try await nobody.post("/sign-in", [("email", "head@school.example"), ("password", "wrong")])
            }
            let late = try await nobody.post("/sign-in", [("email", "head@school.example"), ("password", password)])

            // then
            #expect(wrong.status == 401)
            #expect(wrong.text.contains("The e-mail address or the password is not right."))
            #expect(wrong.text.contains("value=\"head@school.example\""))
            #expect(wrong.cookies.isEmpty)
            #expect(late.status == 429)
            #expect(late.text.contains("Wait 15 minutes"))
        }
    }

    @Test func `A form of another site can’t sign anybody in`() async throws {
        try await TestServer.run { server, client in
            try await addUser(server)
            let fields = [("email", "head@school.example"), ("password", password)]
            for headers in [HTTPFields.origin("https://evil.example"), .fetchSite("cross-site")] {
                let reply = try await server.nobody(client).post("/sign-in", fields, headers: headers)
                #expect(reply.status == 403)
                #expect(reply.cookies.isEmpty)
            }
            #expect(
                try await server.nobody(client).post("/sign-in", fields, headers: .origin("http://localhost")).status
                    == 303)
        }
    }

    @Test func `Signing out ends the session`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)

            // when
            let forged = try await Browser(client: client, session: owner.session).post("/sign-out")
            let before = try await owner.get(server.link(.reports))
            let reply = try await owner.post("/sign-out")

            // then
            #expect(forged.status == 403)
            #expect(before.status == 200)
            #expect(reply.location == "/sign-in")
            #expect(reply.cookies.contains { $0.hasPrefix("leadline=;") && $0.contains("Max-Age=0") })
            #expect(try await owner.get(server.link(.reports)).status == 303)
        }
    }

    @Test func `A one-time link sets a password once`() async throws {
        try await TestServer.run { server, client in
            // given
            let owner = try await server.browser(.accountOwner, client)
            let added = try await owner.post(
                server.link(.users), [("email", "new@school.example"), ("role", "full-edit"), ("classes", "")])
            let secret = try #require(added.between("value=\"http://localhost", "\""))
            let nobody = server.nobody(client)

            // when
            let page = try await nobody.get(secret)
            let weak = try await nobody.post(secret, [("password", "short"), ("again", "short")])
            let unlike = try await nobody.post(secret, [("password", password), ("again", "another-one-else")])
            let done = try await nobody.post(secret, [("password", password), ("again", password)])
            let again = try await nobody.post(secret, [("password", password), ("again", password)])

            // then
            #expect(added.status == 200)
            #expect(page.text.contains("new@school.example"))
            #expect(weak.status == 422)
            #expect(weak.text.contains("10 characters or more"))
            #expect(unlike.status == 422)
            #expect(unlike.text.contains("id=\"field-again\"") || unlike.text.contains("name=\"again\""))
            #expect(done.status == 303)
            #expect(try await nobody.after(done).get(server.link(.reports)).status == 200)
            #expect(again.status == 410)
            #expect(again.text.contains("This link does not work"))
        }
    }

    @Test func `The first school and its owner are set up by the link the server printed, once`() async throws {
        try await TestServer.run { server, client in
            // given
            let token = try #require(try await server.tracker.makeSetUpLink())
            let nobody = server.nobody(client)
            let fields = [
                ("token", token), ("school-name", "Marram Primary School"), ("dfe-number", "820/9777"), ("urn", ""),
                ("email", "head@marram.example"), ("password", password),
            ]

            // when
            let page = try await nobody.get("/set-up?token=\(token)")
            let empty = try await nobody.post("/set-up", [("token", token)])
            let done = try await nobody.post("/set-up", fields)
            let again = try await nobody.post("/set-up", fields)

            // then
            #expect(page.status == 200)
            #expect(try await nobody.get("/set-up").status == 410)
            #expect(try await nobody.get("/set-up?token=\(token)").status == 410)
            #expect(empty.status == 422)
            #expect(empty.text.contains("Enter the school’s name."))
            #expect(done.status == 303)
            #expect(done.location.hasPrefix("/schools/8209777/"))
            #expect(again.status == 410)
        }
    }
}
