/// For which schools a file is.
public struct FileSchools: Sendable, Hashable {
    public var kind: ImportKind
    /// In the order of the file; of a Common Transfer File one, its lines being its pupils.
    public var shares: [SchoolShare]
}
