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

    /// A new token for the forms of a person's session. It says whose it is (``isCSRFOfSamePerson(_:)``).
    static func csrf(for user: Int64) -> String { "\(user).\(Token().text)" }

    /// Whether a token of a page was made for this person, in this session or in one before.
    public func isCSRFOfSamePerson(_ token: String) -> Bool {
        guard let user = caller.userID else { return false }
        return token.hasPrefix("\(user).")
    }
}
