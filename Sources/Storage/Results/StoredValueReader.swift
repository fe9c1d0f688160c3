import Assessment

/// Reads the values of many rows; dates and sources repeat from row to row and are understood once.
struct StoredValueReader {
    private var dateText: String?
    private var date: CalendarDate?
    private var sourceText = ResultSource.grid.rawValue
    private var source = ResultSource.grid

    /// A row that begins with ``ResultStore/valueColumns``.
    mutating func value(_ row: SQLRow) throws -> StoredValue {
        let dateText = try row.optionalText(1)
        if dateText != self.dateText {
            date = try row.date(1)
            self.dateText = dateText
        }
        let sourceText = try row.text(6)
        if sourceText != self.sourceText {
            source = try row.value(6, "source")
            self.sourceText = sourceText
        }
        return StoredValue(
            value: try row.optionalText(0), assessedOn: date, revision: try row.int(2), changedAt: try row.text(3),
            authorName: try row.text(4), authorID: try row.optionalInt(5), source: source,
            batchID: try row.optionalInt(7))
    }
}
