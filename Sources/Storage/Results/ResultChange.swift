public import Assessment

/// A value to store in one cell; the caller has checked that it is valid and open.
public struct ResultChange: Sendable, Hashable {
    public var cell: CellKey
    /// The canonical text, or nil to clear the cell.
    public var value: String?
    public var assessedOn: CalendarDate?
    /// What the caller knows is stored now; nil when the cell was never entered.
    /// ``ResultStore/put(_:school:expectedRevision:by:)`` reads it anew instead.
    public var known: StoredValue?

    public init(cell: CellKey, value: String?, assessedOn: CalendarDate?, known: StoredValue? = nil) {
        self.cell = cell
        self.value = value
        self.assessedOn = assessedOn
        self.known = known
    }
}
