/// What is to become of one of the school's own groups.
public struct GroupChange: Sendable, Hashable {
    /// The group as it is called now; with nobody in it, a new one.
    public var name: String
    /// Its name from now on; nil to keep it.
    public var newName: String?
    /// Pupils, by id, who come in. Who is in already stays in.
    public var adding: Set<Int64>
    /// Pupils, by id, who go out.
    public var removing: Set<Int64>
    /// Whether everybody goes out, so that the group is no more.
    public var dissolves: Bool

    public init(
        name: String, newName: String? = nil, adding: Set<Int64> = [], removing: Set<Int64> = [],
        dissolves: Bool = false
    ) {
        self.name = name
        self.newName = newName
        self.adding = adding
        self.removing = removing
        self.dissolves = dissolves
    }
}
