/// One sheet of a workbook.
public struct WorkbookSheet: Sendable, Hashable {
    /// The words on its tab; what Excel does not take there is left out when it is written.
    public var name: String
    /// What stands at the head of each printed page.
    public var title: String
    public var table: Table
    /// How many columns at the left stay in view beside the headings.
    public var frozenColumns: Int

    public init(name: String, title: String, table: Table, frozenColumns: Int = 0) {
        self.name = name
        self.title = title
        self.table = table
        self.frozenColumns = frozenColumns
    }
}
