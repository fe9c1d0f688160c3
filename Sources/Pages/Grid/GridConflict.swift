/// The answer to a save that named an old revision (409): what stands there now, so that a person can choose.
public struct GridConflict: Sendable, Hashable, Encodable {
    /// The value that somebody else stored meanwhile.
    public struct Current: Sendable, Hashable, Encodable {
        /// The stored value; empty when it was cleared.
        public var value: String
        /// Its revision.
        public var revision: Int
        /// Who stored it.
        public var author: String
        /// When, as the page shows it.
        public var at: String

        /// Makes a value.
        public init(value: String, revision: Int, author: String, at: String) {
            self.value = value
            self.revision = revision
            self.author = author
            self.at = at
        }
    }

    /// What happened, for the cell's message.
    public var message: String
    /// What is stored now.
    public var current: Current
    /// The pupil's row as it is now, so that the cells worked out from the newer value are right at once.
    public var row: GridRowCells?

    /// Makes an answer.
    public init(message: String, current: Current, row: GridRowCells? = nil) {
        self.message = message
        self.current = current
        self.row = row
    }
}
