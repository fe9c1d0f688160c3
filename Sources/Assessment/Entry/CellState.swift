/// What one cell of a pupil's row shows, worked out from the stored facts.
public struct CellState: Sendable, Hashable {
    /// Where the shown value comes from.
    public enum Origin: Sendable, Hashable {
        case none
        /// Stored: somebody entered it or a file brought it.
        case stored
        /// Worked out from what is stored.
        case derived
    }

    /// Whether and how the cell can be edited.
    public enum Access: Sendable, Hashable {
        case open
        /// Worked out; takes nothing (a scaled score still takes or gives up its `+`).
        case readOnly
        /// Closed by another value. `accepts` are the codes that can be entered all the same.
        case closed(reason: String, accepts: [String])
    }

    /// Canonical text; nil when there is nothing to show.
    public var value: String?
    public var origin: Origin
    public var access: Access
    /// Whether a value is due here and missing.
    public var isDue: Bool
    /// Something a reader must know, such as a difference between the DfE's score and the table.
    public var note: String?

    public init(
        value: String? = nil, origin: Origin = .none, access: Access = .open, isDue: Bool = false, note: String? = nil
    ) {
        self.value = value
        self.origin = origin
        self.access = access
        self.isDue = isDue
        self.note = note
    }
}
