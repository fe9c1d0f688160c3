public import Assessment

/// One column of the entry grid.
public struct GridColumn: Sendable, Hashable {
    /// What kind of value stands in the column.
    public enum Kind: Sendable, Hashable {
        /// Marks from 0 to `max`, typed in.
        case mark(max: Int)
        /// The sum of the papers, worked out.
        case total
        /// A scaled score: looked up from the total, or known without marks.
        case scaled
        /// The outcome against the standard, worked out or imported.
        case outcome
        /// A judgement chosen from a list: teacher assessment, or an early learning goal.
        case judgement
    }

    /// The column's name in addresses, files and JSON ("reading.paper1").
    public var id: ColumnID
    /// The heading's lines ("Paper 1", "of 50").
    public var heading: [String]
    /// Whether the heading is too short to say by itself what the column is ("E01"); then the name goes with it.
    public var isShort = false
    /// The whole name that a message and a screen reader use ("Reading paper 1").
    public var name: String
    /// What kind of value stands in the column.
    public var kind: Kind
    /// Whether marks of its subject leave it open, so that Tab stops there beside them.
    public var isAlone = false
    /// The codes it takes this year, in the order of the list.
    public var codes: [GridCode]
    /// What may be entered, in words ("0 to 50, or a code"); empty for a column that is worked out.
    public var hint: String
    /// The address that sorts the grid by this column, or nil where it cannot be sorted.
    public var sortAddress: String?

    /// Makes a column.
    public init(
        id: ColumnID, heading: [String], name: String, kind: Kind, codes: [GridCode] = [], hint: String = "",
        sortAddress: String? = nil
    ) {
        self.id = id
        self.heading = heading
        self.name = name
        self.kind = kind
        self.codes = codes
        self.hint = hint
        self.sortAddress = sortAddress
    }
}
