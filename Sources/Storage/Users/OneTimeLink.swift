/// A link that works once: to set a password, to accept an invitation.
public struct OneTimeLink: Sendable, Hashable {
    /// SHA-256 of the link's token in hexadecimal; the token itself is never stored.
    public var tokenHash: String
    /// The user it is for; nil when the user does not exist yet.
    public var userID: Int64?
    public var purpose: String
    /// Whatever the purpose needs, as text.
    public var detail: String
    /// ISO 8601 times in UTC.
    public var expiresAt: String
    public var usedAt: String?

    public init(
        tokenHash: String, userID: Int64?, purpose: String, detail: String, expiresAt: String, usedAt: String? = nil
    ) {
        self.tokenHash = tokenHash
        self.userID = userID
        self.purpose = purpose
        self.detail = detail
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }
}
