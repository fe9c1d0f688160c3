/// What every change carries into the ledger: who, when, and with which batch.
public struct ChangeStamp: Sendable, Hashable {
    public var author: Author
    /// ISO 8601 time in UTC, like `2026-07-07T07:31:02.125Z` (see ``TimestampText``).
    public var at: String
    /// The batch that the change belongs to; nil for a single change by hand.
    public var batchID: Int64?

    public init(author: Author, at: String, batchID: Int64? = nil) {
        self.author = author
        self.at = at
        self.batchID = batchID
    }
}
