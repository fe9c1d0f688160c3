import Assessment
import Foundation
import Storage

extension Tracker {
    /// The version of everything about sessions is kept under this number, apart from schools (positive) and the installation (0).
    static let accounts: Int64 = -1

    /// How long a session lasts without a request, and at most, in seconds.
    static let idleTime = 8.0 * 3600
    static let longestTime = 24.0 * 3600
    /// After this many failures within `failureWindow` seconds an address must wait.
    static let failuresAllowed = 8
    static let failureWindow = 15.0 * 60

    /// Signs a person in.
    ///
    /// - Returns: the token for the cookie (its hash is stored) and who it is.
    /// - Throws: ``TrackerError/signInFailed``, ``TrackerError/tooManyAttempts(minutes:)``.
    public func signIn(email: String, password: String) async throws -> (token: String, signedIn: SignedIn) {
        let address = trimBlanks(email).lowercased()
        let since = clock.timestamp(after: -Self.failureWindow)
        let (user, failures) = try await database.read { session in
            (
                try UserStore(session).find(email: address),
                try SignInFailureStore(session).count(email: address, since: since)
            )
        }
        guard failures < Self.failuresAllowed else {
            throw TrackerError.tooManyAttempts(minutes: Int(Self.failureWindow / 60))
        }
        // An unknown address costs the same time as a wrong password.
        let stored = user?.passwordHash ?? Self.nobodysHash
        let isRight = try await passwordGate.run { try PasswordHash.verify(password, against: stored) }
        guard let user, isRight, user.passwordHash != nil, !user.isDisabled else {
            let now = clock.timestamp()
            try await database.write { try SignInFailureStore($0).record(email: address, at: now) }
            throw TrackerError.signInFailed
        }
        return try await startSession(user)
    }

    private static let nobodysHash =
        "scrypt$\(PasswordHash.rounds)$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    func startSession(_ user: UserAccount) async throws -> (token: String, signedIn: SignedIn) {
        let token = Token()
        let now = clock.timestamp()
        let session = UserSession(
            tokenHash: Token.hash(token.text), userID: user.id, csrf: SignedIn.csrf(for: user.id), createdAt: now,
            lastSeenAt: now, expiresAt: clock.timestamp(after: Self.idleTime))
        let memberships = try await database.write { store in
            try SignInFailureStore(store).clear(email: user.email)
            try SessionStore(store).deleteExpired(now: now)
            try SessionStore(store).insert(session)
            return try UserStore(store).memberships(user: user.id)
        }
        let caller = Self.caller(user, memberships, channel: .page)
        return (
            token.text,
            SignedIn(
                caller: caller, csrf: session.csrf, lastSeenAt: now, expiresAt: session.expiresAt, createdAt: now,
                tokenHash: session.tokenHash)
        )
    }

    /// Who a session's token belongs to; nil when it is unknown, ended or expired, or the user was disabled.
    ///
    /// Costs a few microseconds while nobody writes.
    ///
    /// - Parameter notesUse: whether the session lasts longer for it; false for what a page does by itself.
    public func signedIn(token: String, notesUse: Bool = true) async throws -> SignedIn? {
        let hash = Token.hash(token)
        let stamp = try await dataStamp(school: Self.accounts)
        let now = clock.timestamp()
        let kept = sessions.session(hash, stamp: stamp)
        var session = kept
        if session == nil {
            session = try await database.read { try SessionStore($0).find(tokenHash: hash, now: now) }.map { found in
                SignedIn(
                    caller: Self.caller(found.user, found.memberships, channel: .page), csrf: found.session.csrf,
                    lastSeenAt: found.session.lastSeenAt, expiresAt: found.session.expiresAt,
                    createdAt: found.session.createdAt, tokenHash: hash)
            }
        }
        guard let session, session.expiresAt > now else { return nil }
        // Noted at most every five minutes, so that reading pages does not write.
        if notesUse, session.lastSeenAt < clock.timestamp(after: -300) {
            let expires = min(
                clock.timestamp(after: Self.idleTime), TimestampText.adding(Self.longestTime, to: session.createdAt))
            try await database.write {
                try SessionStore($0).touch(tokenHash: hash, lastSeenAt: now, expiresAt: expires)
            }
            let touched = SignedIn(
                caller: session.caller, csrf: session.csrf, lastSeenAt: now, expiresAt: expires,
                createdAt: session.createdAt, tokenHash: hash)
            sessions.keep(touched, stamp: stamp)
            return touched
        }
        if kept == nil { sessions.keep(session, stamp: stamp) }
        return session
    }

    /// Ends a session.
    public func signOut(token: String) async throws {
        let hash = Token.hash(token)
        try await database.write { session in
            try SessionStore(session).delete(tokenHash: hash)
            session.noteChange(schoolID: Self.accounts)
        }
    }

    /// A user as the caller of use cases.
    static func caller(_ user: UserAccount, _ memberships: [Membership], channel: Caller.Channel) -> Caller {
        var roles: [Caller.Scope: Role] = [:]
        var classes: [Caller.Scope: [String]] = [:]
        for membership in memberships {
            guard let role = Role(rawValue: membership.role) else { continue }
            let scope: Caller.Scope =
                switch membership.scope {
                case .school(let id): .school(id)
                case .trust(let name): .trust(name)
                }
            roles[scope] = role
            classes[scope] = membership.classes
        }
        return Caller(
            userID: user.id, name: user.name, email: user.email, roles: roles, classes: classes, channel: channel)
    }

    /// The user with an address as a caller, for the command line's `--as`.
    ///
    /// - Throws: ``TrackerError/unknownUser(_:)``.
    public func caller(email: String) async throws -> Caller {
        let address = trimBlanks(email).lowercased()
        let found = try await database.read { session in
            try UserStore(session).find(email: address).map { user in
                (user, try UserStore(session).memberships(user: user.id))
            }
        }
        guard let (user, memberships) = found, !user.isDisabled else { throw TrackerError.unknownUser(email) }
        return Self.caller(user, memberships, channel: .command)
    }
}

extension TimestampText {
    /// A stored time some seconds later; the time itself when it can't be read.
    static func adding(_ seconds: Double, to timestamp: String) -> String {
        date(timestamp).map { text($0.addingTimeInterval(seconds)) } ?? timestamp
    }
}
