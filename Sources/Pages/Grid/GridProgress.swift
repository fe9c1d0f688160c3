/// How many of the results that are due have been recorded.
public struct GridProgress: Sendable, Hashable, Encodable {
    /// Recorded so far; never more than ``due``.
    public var done: Int
    /// Due altogether.
    public var due: Int

    /// Makes a count.
    public init(done: Int, due: Int) {
        self.done = done
        self.due = due
    }

    /// The count in words ("51 of 62 results in").
    public var words: String { "\(done) of \(due) results in" }
}
