/// A user as a school's page of users shows them.
public struct SchoolUser: Sendable, Hashable, Identifiable {
    public let id: Int64
    public let email: String
    public let name: String
    public let role: Role
    /// The classes that a Partial Edit user is limited to.
    public let classes: [String]
    public let isDisabled: Bool
    /// Whether they have chosen a password yet.
    public let hasPassword: Bool
    /// Whether the role comes from the school's trust and is managed there.
    public let isByTrust: Bool
}
