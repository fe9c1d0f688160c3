public import Assessment

/// One change of one result, as it stands in the ledger for ever.
public struct LedgerEntry: Sendable, Hashable {
    public var id: Int64
    /// ISO 8601 time in UTC.
    public var at: String
    public var author: Author
    public var batchID: Int64?
    public var cell: CellKey
    /// The value before; nil when there was none.
    public var oldValue: String?
    /// The value after; nil when it was cleared.
    public var newValue: String?
    public var assessedOn: CalendarDate?
    /// The revision that the change led to.
    public var revision: Int64

    public init(
        id: Int64, at: String, author: Author, batchID: Int64?, cell: CellKey, oldValue: String?, newValue: String?,
        assessedOn: CalendarDate?, revision: Int64
    ) {
        self.id = id
        self.at = at
        self.author = author
        self.batchID = batchID
        self.cell = cell
        self.oldValue = oldValue
        self.newValue = newValue
        self.assessedOn = assessedOn
        self.revision = revision
    }
}
