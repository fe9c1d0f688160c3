/// A signed-in person with the session they came by.
public struct SignedIn: Sendable {
    public let caller: Caller
    /// The token that every form and every changing request must send back.
    public let csrf: String
    /// ISO 8601 times, UTC.
    let lastSeenAt: String
    let expiresAt: String
    let createdAt: String
    let tokenHash: String
}
