/// One user of a school.
public struct UserRow: Hashable, Sendable {
    public var id: Int64
    public var name: String
    public var email: String
    /// The role's name in forms, `full-edit`, and in words.
    public var role: String
    public var roleTitle: String
    /// The classes of a Partial Edit user.
    public var classes: [String]
    public var isDisabled: Bool
    /// Whether a password was never chosen.
    public var isInvited: Bool
    /// Whether it is the visitor, who cannot disable or demote themselves.
    public var isSelf: Bool
    /// Whether the visitor may change this user.
    public var canChange: Bool

    public init(
        id: Int64, name: String, email: String, role: String, roleTitle: String, classes: [String] = [],
        isDisabled: Bool = false, isInvited: Bool = false, isSelf: Bool = false, canChange: Bool
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.role = role
        self.roleTitle = roleTitle
        self.classes = classes
        self.isDisabled = isDisabled
        self.isInvited = isInvited
        self.isSelf = isSelf
        self.canChange = canChange
    }
}
