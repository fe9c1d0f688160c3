/// A person who may sign in.
public struct UserAccount: Sendable, Hashable {
    public var id: Int64
    /// Lower case; the store lowers it.
    public var email: String
    public var name: String
    /// The password's hash with its parameters; nil until one is set.
    public var passwordHash: String?
    /// ISO 8601 time in UTC.
    public var createdAt: String
    public var isDisabled: Bool

    public init(
        id: Int64, email: String, name: String, passwordHash: String? = nil, createdAt: String, isDisabled: Bool = false
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.passwordHash = passwordHash
        self.createdAt = createdAt
        self.isDisabled = isDisabled
    }
}
