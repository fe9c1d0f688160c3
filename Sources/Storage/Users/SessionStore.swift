/// The signed-in browsers, shared by all servers of an installation.
public struct SessionStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    public func insert(_ userSession: UserSession) throws {
        try session.execute(
            """
            INSERT INTO user_session (token_hash, user_id, csrf, created_at, last_seen_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(userSession.tokenHash), .int(userSession.userID), .text(userSession.csrf),
                .text(userSession.createdAt), .text(userSession.lastSeenAt), .text(userSession.expiresAt),
            ])
    }

    /// The session with its user and roles; nil when there is none, it has expired at `now`, or the user is disabled.
    public func find(tokenHash: String, now: String) throws -> SignedInUser? {
        guard
            let row = try session.first(
                """
                SELECT s.token_hash, s.user_id, s.csrf, s.created_at, s.last_seen_at, s.expires_at,
                    u.email, u.name, u.password_hash, u.created_at
                FROM user_session s JOIN user_account u ON u.user_id = s.user_id
                WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.is_disabled = 0
                """, [.text(tokenHash), .text(now)])
        else { return nil }
        let user = try row.int(1)
        return SignedInUser(
            session: UserSession(
                tokenHash: try row.text(0), userID: user, csrf: try row.text(2), createdAt: try row.text(3),
                lastSeenAt: try row.text(4), expiresAt: try row.text(5)),
            user: UserAccount(
                id: user, email: try row.text(6), name: try row.text(7), passwordHash: try row.optionalText(8),
                createdAt: try row.text(9)),
            memberships: try UserStore(session).memberships(user: user))
    }

    /// Notes that the session was used, and until when it now holds.
    public func touch(tokenHash: String, lastSeenAt: String, expiresAt: String) throws {
        try session.execute(
            "UPDATE user_session SET last_seen_at = $1, expires_at = $2 WHERE token_hash = $3",
            [.text(lastSeenAt), .text(expiresAt), .text(tokenHash)])
    }

    public func delete(tokenHash: String) throws {
        try session.execute("DELETE FROM user_session WHERE token_hash = $1", [.text(tokenHash)])
    }

    /// Signs a user out everywhere, except in one session when `keep` names it.
    public func deleteAll(user: Int64, keep tokenHash: String = "") throws {
        try session.execute(
            "DELETE FROM user_session WHERE user_id = $1 AND token_hash <> $2", [.int(user), .text(tokenHash)])
    }

    /// Forgets the sessions that have expired at `now`; returns their number.
    @discardableResult
    public func deleteExpired(now: String) throws -> Int {
        try session.execute("DELETE FROM user_session WHERE expires_at <= $1 RETURNING user_id", [.text(now)]).count
    }
}
