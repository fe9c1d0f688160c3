/// A pupil's row of the entry grid.
public struct GridRow: Sendable, Hashable {
    /// Names the pupil in the address of a save: the UPN, or the pupil's own number where there is none. Nil for a reader who
    /// must not know it (anonymised), and then the row cannot be edited.
    public var key: String?
    /// What the row is called: "Adeyemi, Temi", or "Pupil 12" for an anonymised reader.
    public var label: String
    /// The pupil's class, shown where the grid holds more than one.
    public var className: String?
    /// "left 3 July", for a pupil who has left and still counts.
    public var leaverNote: String?
    /// The pupil's own page; nil where there is none to show.
    public var address: String?
    /// One cell for each column of the table, in the same order.
    public var cells: [GridCell]

    /// Makes a row.
    public init(
        key: String?, label: String, className: String? = nil, leaverNote: String? = nil, address: String? = nil,
        cells: [GridCell]
    ) {
        self.key = key
        self.label = label
        self.className = className
        self.leaverNote = leaverNote
        self.address = address
        self.cells = cells
    }
}
