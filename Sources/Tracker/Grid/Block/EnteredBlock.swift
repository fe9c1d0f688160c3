public import Assessment
public import Storage

/// What stands after a block was entered.
public struct EnteredBlock: Sendable {
    /// What became of one cell.
    public enum Answer: Sendable, Hashable {
        /// Stored now, or it stood there already; a nil value is an empty cell, a judgement is in the school's words.
        ///
        /// `isOwn` says whether the caller stored what stands there: a colleague who was quicker with the same value did
        /// something that is not the caller's to undo.
        case saved(value: String?, revision: Int64, isOwn: Bool)
        /// Not stored: what is wrong, what is allowed and what to do.
        ///
        /// `isForm` says whether the text itself is wrong, so that it helps to be told what the column takes; a cell that
        /// something else closes takes none of that.
        case invalid(String, isForm: Bool)
        /// Not stored: somebody changed the cell since the caller saw it; nil when the cell was never entered at all.
        case conflict(StoredValue?)
    }

    /// A pupil's whole row as it is now.
    public struct Row: Sendable {
        public let pupil: Pupil
        public let cells: [ColumnID: CellState]
        public let stored: [ColumnID: StoredValue]
        /// What could be filled in now, if the person accepts it.
        public let offers: [EntryOffer]
    }

    /// One for each cell of the block, in its order.
    public let answers: [Answer]
    /// By the key with which the block named the pupil.
    public let rows: [String: Row]
    /// Results that are in and that are due, of the group that was asked for.
    public let done: Int
    public let due: Int
}
