/// A session with the user it belongs to and their roles.
public struct SignedInUser: Sendable, Hashable {
    public var session: UserSession
    public var user: UserAccount
    public var memberships: [Membership]

    public init(session: UserSession, user: UserAccount, memberships: [Membership]) {
        self.session = session
        self.user = user
        self.memberships = memberships
    }
}
