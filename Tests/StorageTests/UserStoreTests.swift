import Storage
import Testing

@Suite("Users, sessions and links")
struct UserStoreTests {
    private static let user = UserAccount(
        id: 7, email: "Robin@Example.org", name: "Robin Fairweather", createdAt: Sample.time)
    private static let session = UserSession(
        tokenHash: "00ff", userID: 7, csrf: "c", createdAt: Sample.time, lastSeenAt: Sample.time,
        expiresAt: "2026-07-07T19:00:00.000Z")

    @Test("An address is one user's, in upper or lower case", arguments: TestEngine.all)
    func email(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await database.write { try UserStore($0).insert(Self.user) }
            // then
            do {
                try await database.write { session in
                    try UserStore(session).insert(
                        UserAccount(id: 8, email: "ROBIN@example.ORG", name: "Other", createdAt: Sample.time))
                }
                Issue.record("The second user was stored.")
            } catch StorageError.duplicate {}
            let found = try await database.read { try UserStore($0).find(email: "robin@EXAMPLE.org") }
            #expect(found?.id == 7 && found?.email == "robin@example.org")
        }
    }

    @Test("Roles are given, replaced and taken, per school and per trust", arguments: TestEngine.all)
    func memberships(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let memberships = [
                Membership(userID: 7, scope: .school(1), role: "partial-edit", classes: ["6A", "6 B, top"]),
                Membership(userID: 7, scope: .trust("Weald Trust"), role: "read-only"),
            ]
            try await database.write { session in
                try UserStore(session).insert(Self.user)
                try UserStore(session).setMembership(
                    Membership(userID: 7, scope: .school(1), role: "read-only"))
                for membership in memberships { try UserStore(session).setMembership(membership) }
            }
            // then
            let (ofUser, ofTrust) = try await database.read { session in
                (
                    try UserStore(session).memberships(user: 7),
                    try UserStore(session).members(of: .trust("Weald Trust"))
                )
            }
            #expect(ofUser == memberships)
            #expect(ofTrust == [memberships[1]])
            try await database.write { try UserStore($0).removeMembership(user: 7, scope: .school(1)) }
            #expect(try await database.read { try UserStore($0).memberships(user: 7) } == [memberships[1]])
        }
    }

    @Test("A session holds until it expires, is ended, or its user is disabled", arguments: TestEngine.all)
    func sessions(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await database.write { session in
                try UserStore(session).insert(Self.user)
                try UserStore(session).setMembership(Membership(userID: 7, scope: .school(1), role: "read-only"))
                try SessionStore(session).insert(Self.session)
            }
            func find(_ now: String) async throws -> SignedInUser? {
                try await database.read { try SessionStore($0).find(tokenHash: "00ff", now: now) }
            }
            // then
            let found = try await find("2026-07-07T18:59:59.000Z")
            #expect(found?.session == Self.session)
            #expect(found?.user.email == "robin@example.org")
            #expect(found?.memberships.map(\.role) == ["read-only"])
            #expect(try await find(Self.session.expiresAt) == nil)
            try await database.write { session in
                try SessionStore(session).touch(
                    tokenHash: "00ff", lastSeenAt: Sample.later, expiresAt: "2026-07-08T12:00:00.000Z")
            }
            #expect(try await find(Sample.later)?.session.lastSeenAt == Sample.later)
            try await database.write { session in
                var user = Self.user
                user.isDisabled = true
                try UserStore(session).update(user)
            }
            #expect(try await find(Sample.later) == nil)
            let removed = try await database.write {
                try SessionStore($0).deleteExpired(now: "2027-01-01T00:00:00.000Z")
            }
            #expect(removed == 1)
        }
    }

    @Test("Signing out everywhere can spare one session", arguments: TestEngine.all)
    func signOutElsewhere(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            try await database.write { session in
                try UserStore(session).insert(Self.user)
                for hash in ["a", "b", "c"] {
                    var one = Self.session
                    one.tokenHash = hash
                    try SessionStore(session).insert(one)
                }
                try SessionStore(session).deleteAll(user: 7, keep: "b")
            }
            let left = try await database.read { session in
                try ["a", "b", "c"].filter { try SessionStore(session).find(tokenHash: $0, now: Sample.time) != nil }
            }
            #expect(left == ["b"])
        }
    }

    @Test("A link works once, for its purpose, until it expires", arguments: TestEngine.all)
    func links(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            let link = OneTimeLink(
                tokenHash: "aa", userID: nil, purpose: "set-password", detail: "{}", expiresAt: Sample.later)
            try await database.write { try OneTimeLinkStore($0).insert(link) }
            func use(_ purpose: String, _ now: String) async throws -> OneTimeLink? {
                try await database.write { try OneTimeLinkStore($0).use(tokenHash: "aa", purpose: purpose, now: now) }
            }
            // then
            #expect(try await use("invitation", Sample.time) == nil)
            #expect(try await use("set-password", Sample.later) == nil)
            let seen = try await database.read { session in
                try OneTimeLinkStore(session).find(tokenHash: "aa", purpose: "set-password", now: Sample.time)
            }
            #expect(seen == link)
            #expect(try await use("set-password", Sample.time)?.usedAt == Sample.time)
            #expect(try await use("set-password", Sample.time) == nil)
        }
    }

    @Test("Failed sign-ins are counted from a time on and cleared", arguments: TestEngine.all)
    func failures(engine: DatabaseEngine) async throws {
        try await TestStore.with(engine) { database, _ in
            // given
            try await database.write { session in
                let store = SignInFailureStore(session)
                for time in [Sample.time, Sample.later, Sample.later] {
                    try store.record(email: "R@example.org", at: time)
                }
                try store.record(email: "other@example.org", at: Sample.later)
            }
            func count(_ since: String) async throws -> Int {
                try await database.read { try SignInFailureStore($0).count(email: "r@example.org", since: since) }
            }
            // then
            #expect(try await count(Sample.time) == 3)
            #expect(try await count(Sample.later) == 2)
            try await database.write { try SignInFailureStore($0).deleteAll(before: Sample.later) }
            #expect(try await count(Sample.time) == 2)
            try await database.write { try SignInFailureStore($0).clear(email: "r@EXAMPLE.org") }
            #expect(try await count(Sample.time) == 0)
        }
    }
}
