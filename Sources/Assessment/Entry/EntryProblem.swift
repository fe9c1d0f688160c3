/// Why a value can't be taken, in the words that the cell, the file preview and the command line show.
public struct EntryProblem: Error, Hashable, Sendable {
    /// What kind of obstacle it is.
    public enum Reason: String, Sendable, Hashable {
        /// The text is no value of this column.
        case invalid
        /// Letters that are no code of this column in this year.
        case unknownCode
        /// The cell is closed by another value of the pupil; clearing that one opens it.
        case closed
        /// The column is worked out and takes nothing here.
        case derived
    }

    public let reason: Reason
    /// What is wrong, what is allowed and what to do.
    public let message: String

    /// Whether the text itself is wrong; otherwise another value closes the cell, or it is worked out.
    public var isForm: Bool { reason == .invalid || reason == .unknownCode }

    public init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}
