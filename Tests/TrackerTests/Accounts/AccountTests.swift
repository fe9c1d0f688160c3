import Assessment
import Storage
import Testing
import Tracker

@Suite struct AccountTests {
    @Test(
        "a person signs in with address in any case and the right password, and out again",
        arguments: TestOffice.engines)
    func signIn(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            _ = try await office.person(.fullEdit, of: school, email: "year6@school.example")

            // when
            let (token, signedIn) = try await office.tracker.signIn(
                email: " Year6@School.example ", password: "three-words-long")

            // then
            #expect(signedIn.caller.email == "year6@school.example")
            #expect(try await office.tracker.signedIn(token: token)?.caller.userID == signedIn.caller.userID)
            try await office.tracker.signOut(token: token)
            #expect(try await office.tracker.signedIn(token: token) == nil)
        }
    }

    @Test("a wrong password, an unknown address and a person without a password get the same refusal")
    func refusals() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            _ = try await office.person(.fullEdit, of: school, email: "year6@school.example")
            _ = try await office.tracker.addUser(
                email: "new@school.example", name: nil, role: .readOnly, school: school, as: .operator)

            for (email, password) in [
                ("year6@school.example", "three-words-wrong"), ("nobody@school.example", "three-words-long"),
                ("new@school.example", ""),
            ] {
                // when
                let error = await #expect(throws: TrackerError.self) {
                    try await office.tracker.signIn(email: email, password: password)
                }

                // then
                #expect(error?.message == TrackerError.signInFailed.message)
            }
        }
    }

    @Test("after eight failures an address must wait, even with the right password")
    func throttle() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            _ = try await office.person(.fullEdit, of: school, email: "year6@school.example")
            for _ in 0..<8 {
                _ = try? await office.tracker.signIn(email: "year6@school.example", password: "wrong-wrong-wrong")
            }

            // then
            await #expect(throws: TrackerError.self) {
                try await office.tracker.signIn(email: "year6@school.example", password: "three-words-long")
            }
            office.advance(16 * 60)
            _ = try await office.tracker.signIn(email: "year6@school.example", password: "three-words-long")
        }
    }

    @Test("a session ends when nobody uses it for eight hours, and after a day whatever happens")
    func expiry() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            _ = try await office.person(.fullEdit, of: school, email: "a@school.example")
            let (idle, _) = try await office.tracker.signIn(email: "a@school.example", password: "three-words-long")
            office.advance(8 * 3600 + 1)
            #expect(try await office.tracker.signedIn(token: idle) == nil)

            // when: used every hour
            let (busy, _) = try await office.tracker.signIn(email: "a@school.example", password: "three-words-long")
            for _ in 0..<23 {
                office.advance(3600)
                #expect(try await office.tracker.signedIn(token: busy) != nil)
            }
            office.advance(3601)

            // then
            #expect(try await office.tracker.signedIn(token: busy) == nil)
        }
    }

    @Test("a one-time link sets the password once, and signs the person out elsewhere", arguments: TestOffice.engines)
    func link(engine: DatabaseEngine) async throws {
        try await TestOffice.with(engine) { office in
            // given
            let school = try await office.school()
            let (user, made) = try await office.tracker.addUser(
                email: "new@school.example", name: "N. Ew", role: .fullEdit, school: school, as: .operator)
            let link = try #require(made)

            // when
            let (first, _) = try await office.tracker.setPassword(
                link: link, password: "a new password", again: "a new password")

            // then
            await #expect(throws: TrackerError.self) {
                try await office.tracker.setPassword(
                    link: link, password: "another password", again: "another password")
            }
            let next = try await office.tracker.newLink(for: user, school: school, as: .operator)
            _ = try await office.tracker.setPassword(
                link: next, password: "another password", again: "another password")
            #expect(try await office.tracker.signedIn(token: first) == nil)
        }
    }

    @Test("a link is refused after a week")
    func oldLink() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let link = try #require(
                try await office.tracker.addUser(
                    email: "new@school.example", name: nil, role: .fullEdit, school: school, as: .operator
                ).link)

            // when
            office.advance(7 * 86_400 + 1)

            // then
            await #expect(throws: TrackerError.self) { try await office.tracker.user(ofLink: link) }
        }
    }

    @Test("an admin gives roles up to Full Edit, and neither makes nor unmakes owners and admins")
    func granting() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let admin = try await office.person(.accountAdmin, of: school)
            let owner = try await office.person(.accountOwner, of: school)

            // then
            for role in Role.allCases {
                let isGrantable = [.fullEdit, .partialEdit, .readOnly, .anonymised].contains(role)
                do {
                    _ = try await office.tracker.addUser(
                        email: "\(role.rawValue)@new.example", name: nil, role: role, school: school, as: admin)
                    #expect(isGrantable)
                } catch TrackerError.roleNotGrantable {
                    #expect(!isGrantable)
                }
            }
            let ownerID = try #require(owner.userID)
            await #expect(throws: TrackerError.self) {
                try await office.tracker.setRole(.readOnly, of: ownerID, school: school, as: admin)
            }
            await #expect(throws: TrackerError.self) {
                try await office.tracker.newLink(for: ownerID, school: school, as: admin)
            }
        }
    }

    @Test("the last owner can't be removed, and can after handing the account on")
    func lastOwner() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let owner = try await office.person(.accountOwner, of: school)
            let ownerID = try #require(owner.userID)

            // then
            await #expect(throws: TrackerError.self) {
                try await office.tracker.removeUser(ownerID, school: school, as: owner)
            }
            _ = try await office.person(.accountOwner, of: school, email: "next@school.example")
            try await office.tracker.removeUser(ownerID, school: school, as: owner)
            #expect(try await office.tracker.users(of: school, as: .operator).count == 1)
        }
    }

    @Test("a disabled user is signed out at once and can't sign in")
    func disabled() async throws {
        try await TestOffice.with { office in
            // given
            let school = try await office.school()
            let caller = try await office.person(.fullEdit, of: school, email: "a@school.example")
            let (token, _) = try await office.tracker.signIn(email: "a@school.example", password: "three-words-long")
            #expect(try await office.tracker.signedIn(token: token) != nil)

            // when
            try await office.tracker.setDisabled(true, user: try #require(caller.userID), school: school, as: .operator)

            // then
            #expect(try await office.tracker.signedIn(token: token) == nil)
            await #expect(throws: TrackerError.self) {
                try await office.tracker.signIn(email: "a@school.example", password: "three-words-long")
            }
        }
    }

    @Test("the set-up link makes the first school and its owner, once")
    func setUp() async throws {
        try await TestOffice.with { office in
            // given
            let link = try #require(try await office.tracker.makeSetUpLink())
            let form = SetUpForm(
                schoolName: "Saltmarsh", dfe: "820/9991", urn: "999991", ownerName: "M. Price",
                email: "head@school.example", password: "three-words-long", passwordAgain: "three-words-long")

            // when
            let (_, signedIn, school) = try await office.tracker.setUp(link: link, form)

            // then
            #expect(office.tracker.role(of: signedIn.caller, in: school) == .accountOwner)
            await #expect(throws: TrackerError.self) { try await office.tracker.setUp(link: link, form) }
            #expect(try await office.tracker.makeSetUpLink() == nil)
        }
    }

    @Test("a set-up form with mistakes names each field")
    func setUpMistakes() async throws {
        try await TestOffice.with { office in
            // given
            let link = try #require(try await office.tracker.makeSetUpLink())
            let form = SetUpForm(
                schoolName: " ", dfe: "8209", urn: "12", ownerName: "", email: "head", password: "short",
                passwordAgain: "short")

            // when
            let error = await #expect(throws: TrackerError.self) { try await office.tracker.setUp(link: link, form) }

            // then
            guard case .fields(let problems)? = error else {
                Issue.record("must name the fields")
                return
            }
            #expect(problems.map(\.field) == ["dfe", "urn", "schoolName", "ownerName", "email", "password"])
        }
    }
}
