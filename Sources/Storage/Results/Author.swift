/// Who made a change, and through which door.
public struct Author: Sendable, Hashable {
    /// The user's id; nil for the command line.
    public var id: Int64?
    /// The name as people read it in a cell's history.
    public var name: String
    /// The role the user had at that moment.
    public var role: String
    public var source: ResultSource

    public init(id: Int64?, name: String, role: String, source: ResultSource) {
        self.id = id
        self.name = name
        self.role = role
        self.source = source
    }
}
