/// What one cell of the entry grid shows and how it may be used.
///
/// The same value makes the cell in the page and, encoded, the cell in the answer to a save, so that both always agree.
public struct GridCell: Sendable, Hashable, Encodable {
    /// What is known about the cell.
    public enum State: String, Sendable, Hashable, CaseIterable, Encodable {
        /// Empty, and the assessment is not complete without it.
        case due
        /// Empty, and may stay so.
        case optional
        /// Holds a value that somebody entered or a file brought; can be changed.
        case value
        /// Worked out from other cells; read-only. Its text is empty when there is nothing to work out.
        case derived
        /// Brought by the DfE's own file and kept as it came; read-only.
        case official
        /// Closed by another cell; ``GridCell/note`` says by which and what to clear.
        case locked
    }

    /// What is shown: a mark, a score, a code, or nothing.
    public var text: String
    /// What is known about the cell.
    public var state: State
    /// Counts the changes of the stored value; 0 when nothing was ever stored. A save names the revision it saw.
    public var revision: Int
    /// Why the cell is locked, or what is odd about its value ("The DfE file says 101; the 2026 table gives 100").
    public var note: String?
    /// What a read-only or locked cell takes all the same (test code B where a teacher assessment stands).
    public var accepts: [String]
    /// Who entered the value. Nil for anonymised readers and for values that nobody entered.
    public var author: String?
    /// When the value was entered, as the page shows it ("14 May 2026, 16:02").
    public var time: String?

    private enum CodingKeys: String, CodingKey {
        case text, state, revision, note, accepts
        case author = "by"
        case time = "at"
    }

    /// Makes a cell; what is left out is absent.
    public init(
        _ text: String, _ state: State, revision: Int = 0, note: String? = nil, accepts: [String] = [],
        author: String? = nil, time: String? = nil
    ) {
        self.text = text
        self.state = state
        self.revision = revision
        self.note = note
        self.accepts = accepts
        self.author = author
        self.time = time
    }
}
