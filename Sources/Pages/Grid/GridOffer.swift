/// What the grid offers to fill in by a rule of the assessment, for a person to accept.
public struct GridOffer: Sendable, Hashable, Encodable {
    /// What would be done and why.
    public var message: String
    /// Column name to value.
    public var changes: [String: String]

    public init(message: String, changes: [String: String]) {
        self.message = message
        self.changes = changes
    }
}
