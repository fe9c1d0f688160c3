/// What became of a marks file.
public struct MarkLinesOutcome: Sendable {
    /// A line that could not be taken, and why.
    public struct Problem: Sendable, Hashable {
        public let line: Int
        public let message: String
    }

    /// Values that were stored.
    public let stored: Int
    /// Lines whose value stood there already.
    public let same: Int
    public let problems: [Problem]
    /// False when there were problems and nothing was to be stored then.
    public let isApplied: Bool
}
