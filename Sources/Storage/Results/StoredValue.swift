public import Assessment

/// The current value of one cell with where it came from.
public struct StoredValue: Sendable, Hashable {
    /// The canonical text; nil when the cell was cleared.
    public var value: String?
    public var assessedOn: CalendarDate?
    /// 1 for the first value and one more with every change, a clearing included.
    public var revision: Int64
    /// ISO 8601 time in UTC.
    public var changedAt: String
    public var authorName: String
    public var authorID: Int64?
    public var source: ResultSource
    public var batchID: Int64?

    public init(
        value: String?, assessedOn: CalendarDate?, revision: Int64, changedAt: String, authorName: String,
        authorID: Int64?, source: ResultSource, batchID: Int64?
    ) {
        self.value = value
        self.assessedOn = assessedOn
        self.revision = revision
        self.changedAt = changedAt
        self.authorName = authorName
        self.authorID = authorID
        self.source = source
        self.batchID = batchID
    }
}
