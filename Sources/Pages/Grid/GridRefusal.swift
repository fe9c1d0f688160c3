/// The answer to a save whose value cannot be stored (422).
public struct GridRefusal: Sendable, Hashable, Encodable {
    /// What is wrong, as the cell shows it.
    public var message: String
    /// What is allowed, in words.
    public var allowed: String

    /// Makes an answer.
    public init(message: String, allowed: String) {
        self.message = message
        self.allowed = allowed
    }
}
