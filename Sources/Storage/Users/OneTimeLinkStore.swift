/// The links that work once.
public struct OneTimeLinkStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    public func insert(_ link: OneTimeLink) throws {
        try session.execute(
            """
            INSERT INTO one_time_link (token_hash, user_id, purpose, detail, expires_at, used_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(link.tokenHash), SQLValue(link.userID), .text(link.purpose), .text(link.detail),
                .text(link.expiresAt), SQLValue(link.usedAt),
            ])
    }

    /// The link, if it can still be used at `now`.
    public func find(tokenHash: String, purpose: String, now: String) throws -> OneTimeLink? {
        try session.first(
            """
            SELECT token_hash, user_id, purpose, detail, expires_at, used_at FROM one_time_link
            WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
            """, [.text(tokenHash), .text(purpose), .text(now)]
        ).map { row in try Self.link(row) }
    }

    /// Uses the link up and returns it; nil when it was used before, has expired at `now`, or is for another purpose.
    public func use(tokenHash: String, purpose: String, now: String) throws -> OneTimeLink? {
        try session.first(
            """
            UPDATE one_time_link SET used_at = $1
            WHERE token_hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $1
            RETURNING token_hash, user_id, purpose, detail, expires_at, used_at
            """, [.text(now), .text(tokenHash), .text(purpose)]
        ).map { row in try Self.link(row) }
    }

    /// Makes a user's unused links for a purpose useless.
    public func deleteUnused(user: Int64, purpose: String) throws {
        try session.execute(
            "DELETE FROM one_time_link WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL",
            [.int(user), .text(purpose)])
    }

    /// Forgets the links that have expired at `now`.
    public func deleteExpired(now: String) throws {
        try session.execute("DELETE FROM one_time_link WHERE expires_at <= $1", [.text(now)])
    }

    private static func link(_ row: SQLRow) throws -> OneTimeLink {
        OneTimeLink(
            tokenHash: try row.text(0), userID: try row.optionalInt(1), purpose: try row.text(2),
            detail: try row.text(3), expiresAt: try row.text(4), usedAt: try row.optionalText(5))
    }
}
