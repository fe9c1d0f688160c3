/// The table of the entry grid: pupils down, columns across.
///
/// Depends on stored data, the subject filter, the order and the mode alone, never on who is looking or on the request, so its
/// rendered bytes can be kept until one of the school's results changes.
public struct GridTable: Sendable, Hashable {
    /// How the table is going to be used.
    public enum Mode: String, Sendable, Hashable {
        /// To be read; nothing can be changed.
        case reading
        /// To be edited: carries the keys and revisions that a save needs.
        case editing
        /// To be printed empty and filled in by hand.
        case blank
    }

    /// What the table holds, for its caption ("End of Key Stage 2, 6 Kestrel: English").
    public var caption: String
    /// The columns under their headings.
    public var groups: [GridColumnGroup]
    /// The pupils, in the order shown.
    public var rows: [GridRow]
    /// How the table is going to be used.
    public var mode: Mode
    /// The address that sorts by name, or nil where the order is fixed.
    public var nameSortAddress: String?
    /// The order of the rows.
    public var order: GridOrder

    /// Makes a table. Every row must have as many cells as the groups have columns; a row that has fewer ends early.
    public init(
        caption: String, groups: [GridColumnGroup], rows: [GridRow], mode: Mode = .reading,
        nameSortAddress: String? = nil,
        order: GridOrder = .name
    ) {
        self.caption = caption
        self.groups = groups
        self.rows = rows
        self.mode = mode
        self.nameSortAddress = nameSortAddress
        self.order = order
    }

    /// All columns, left to right.
    public var columns: [GridColumn] { groups.flatMap(\.columns) }
}
