/// The role of a user in a school or a trust.
public struct Membership: Sendable, Hashable {
    public var userID: Int64
    public var scope: MembershipScope
    /// The role's stored name, like "full-edit".
    public var role: String
    /// The classes that the role is limited to; nil for no limit.
    public var classes: [String]?

    public init(userID: Int64, scope: MembershipScope, role: String, classes: [String]? = nil) {
        self.userID = userID
        self.scope = scope
        self.role = role
        self.classes = classes
    }
}
