/// What a file did, and what became of it.
public struct BatchModel: Page {
    public var place: SchoolPlace
    public var batch: BatchRow
    /// What the batch stored; may be the first part of a long list.
    public var changes: [BatchChange]
    /// How many changes there are in all.
    public var total: Int
    /// What an undo left alone because somebody changed it since; empty otherwise.
    public var leftAlone: [BatchChange]
    /// Whether the file is there to be opened as it came.
    public var isKept: Bool

    public init(
        place: SchoolPlace, batch: BatchRow, changes: [BatchChange] = [], total: Int = 0, leftAlone: [BatchChange] = [],
        isKept: Bool = false
    ) {
        self.place = place
        self.batch = batch
        self.changes = changes
        self.total = total
        self.leftAlone = leftAlone
        self.isKept = isKept
    }
}
