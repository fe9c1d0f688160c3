public import Assessment
public import Storage

/// Everything that ever happened to one cell.
public struct CellHistory: Sendable {
    public struct Entry: Sendable {
        public let change: LedgerEntry
        /// The file that brought the value; nil for a change by hand.
        public let fileName: String?
    }

    public let pupil: Pupil
    public let column: Column
    /// What is stored now; nil where nothing ever was.
    public let current: StoredValue?
    /// Newest first.
    public let entries: [Entry]
    /// Whether the caller may put a former value back.
    public let canRestore: Bool
    /// Where the pupil is in the year; nil for a pupil who is not in the school then.
    public let yearGroup: YearGroup?
}
