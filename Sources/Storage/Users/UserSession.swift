/// A signed-in browser.
public struct UserSession: Sendable, Hashable {
    /// SHA-256 of the cookie's token in hexadecimal; the token itself is never stored.
    public var tokenHash: String
    public var userID: Int64
    /// The token that every form must send back.
    public var csrf: String
    /// ISO 8601 times in UTC.
    public var createdAt: String
    public var lastSeenAt: String
    public var expiresAt: String

    public init(
        tokenHash: String, userID: Int64, csrf: String, createdAt: String, lastSeenAt: String, expiresAt: String
    ) {
        self.tokenHash = tokenHash
        self.userID = userID
        self.csrf = csrf
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
    }
}
