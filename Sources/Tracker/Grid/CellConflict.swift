public import Assessment
public import Storage

/// Somebody changed the cell since the caller saw it: both values, and the row as it is now.
public struct CellConflict: Error, Sendable {
    public let current: StoredValue
    public let cells: [ColumnID: CellState]
    public let stored: [ColumnID: StoredValue]

    /// What to say beside the two values.
    public var message: String { TrackerError.conflict(current).message }
}
