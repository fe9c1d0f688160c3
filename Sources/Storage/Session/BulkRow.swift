/// The row that a bulk insert is about to write; append one value per column, in the columns' order.
///
/// The same buffer serves every row, so filling it costs no allocation.
public struct BulkRow {
    /// The values appended so far.
    public var values: [SQLValue]

    /// An empty row with room for that many columns.
    public init(columns: Int) {
        values = []
        values.reserveCapacity(columns)
    }

    @inlinable
    public mutating func append(_ text: String?) { append(SQLValue(text)) }

    @inlinable
    public mutating func append(_ number: Int64?) { append(SQLValue(number)) }

    @inlinable
    public mutating func append(_ flag: Bool?) { append(SQLValue(flag)) }

    @inlinable
    public mutating func append(_ value: SQLValue) { values.append(value) }

    @inlinable
    public mutating func append(contentsOf more: [SQLValue]) { values.append(contentsOf: more) }

    /// Empties the row and keeps its memory; engines call it between rows.
    @inlinable
    public mutating func removeAll() { values.removeAll(keepingCapacity: true) }
}
