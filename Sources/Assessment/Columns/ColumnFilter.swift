/// One view of an assessment's grid, such as English or Summary: columns under the headings of their groups.
public struct ColumnFilter: Sendable, Hashable, Identifiable {
    /// Columns that stand together under one heading.
    public struct Group: Sendable, Hashable {
        public let title: String
        public let columns: [Column]

        public init(_ title: String, _ columns: [Column]) {
            self.title = title
            self.columns = columns
        }
    }

    /// As addresses have it: `english`, `summary`, `literacy`.
    public let id: String
    public let title: String
    public let groups: [Group]

    public init(_ id: String, _ title: String, groups: [Group]) {
        self.id = id
        self.title = title
        self.groups = groups.filter { !$0.columns.isEmpty }
    }

    /// Its columns, in order.
    public var columns: [Column] { groups.flatMap(\.columns) }

    public func shows(_ id: ColumnID) -> Bool { columns.contains { $0.id == id } }
}
