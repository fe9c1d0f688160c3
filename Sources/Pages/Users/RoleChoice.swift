/// A role that may be given.
public struct RoleChoice: Hashable, Sendable {
    /// The role's name in forms, `full-edit`.
    public var name: String
    /// `Full Edit`
    public var title: String
    /// What it may do, in one sentence.
    public var explanation: String

    public init(name: String, title: String, explanation: String) {
        self.name = name
        self.title = title
        self.explanation = explanation
    }
}
