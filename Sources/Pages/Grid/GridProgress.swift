/// How many of the results that are due have been recorded.
public struct GridProgress: Sendable, Hashable, Encodable {
    /// Recorded so far; never more than ``due``.
    public var done: Int
    /// Due altogether.
    public var due: Int
    /// The count in words ("51 of 62 results in"; "51 judgements in" where nothing is due).
    public let words: String
    /// Whether anything is due by statute, so that a bar says how far it has come.
    let isBar: Bool

    private enum CodingKeys: String, CodingKey {
        case done, due, words
    }

    /// Makes a count.
    ///
    /// - Parameter isDue: false for judgements, which nothing but the school asks for.
    public init(done: Int, due: Int, isDue: Bool = true) {
        self.done = done
        self.due = due
        isBar = isDue
        words = isDue ? "\(done) of \(due) results in" : Count.of(done, "judgement") + " in"
    }
}
