/// The answer to many cells that were sent together (200): what became of each, and the rows as they are now.
public struct GridBlockSaved: Sendable, Hashable, Encodable {
    /// What became of one cell.
    public struct Cell: Sendable, Hashable, Encodable {
        /// The pupil's key, as it was sent.
        public var pupil: String
        /// The column, as it was sent.
        public var column: String
        /// Saved, invalid or conflict.
        public var status: Status
        /// Of a saved cell: the value as it is stored; empty when it was cleared.
        public var value: String?
        /// Of a saved cell: the revision that the next change names.
        public var revision: Int?
        /// Of a saved cell: false where it stood there already by another's hand.
        public var own: Bool?
        /// Of a cell that was not saved: what is wrong, as the cell shows it.
        public var message: String?
        /// Of an invalid cell: what is allowed, in words.
        public var allowed: String?
        /// Of a conflict: what stands there now.
        public var current: GridConflict.Current?

        /// What can become of a cell.
        public enum Status: String, Sendable, Hashable, Encodable {
            case saved, invalid, conflict
        }

        /// Makes an answer.
        public init(
            pupil: String, column: String, status: Status, value: String? = nil, revision: Int? = nil,
            own: Bool? = nil, message: String? = nil, allowed: String? = nil, current: GridConflict.Current? = nil
        ) {
            self.pupil = pupil
            self.column = column
            self.status = status
            self.value = value
            self.revision = revision
            self.own = own
            self.message = message
            self.allowed = allowed
            self.current = current
        }
    }

    /// One for each cell that was sent, in the same order.
    public var cells: [Cell]
    /// Every cell of each pupil that was named, by the pupil's key.
    public var rows: [String: GridRowCells]
    /// How much of what is due is there now.
    public var resultsIn: GridProgress

    /// Makes an answer.
    public init(cells: [Cell], rows: [String: GridRowCells], resultsIn: GridProgress) {
        self.cells = cells
        self.rows = rows
        self.resultsIn = resultsIn
    }
}
