/// What a change of a group did.
public struct GroupOutcome: Sendable, Hashable {
    /// The group's name now.
    public let name: String
    public let added: Int
    public let removed: Int
    /// Pupils in it now, of all years.
    public let members: Int
    /// The batch that takes it back; nil when nothing was changed.
    public let batch: Int64?
}
