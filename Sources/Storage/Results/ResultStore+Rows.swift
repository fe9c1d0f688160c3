import Assessment

extension ResultStore {
    static let valueColumns =
        "value, assessed_on, revision, changed_at, author_name, author_id, source, batch_id"

    /// One cell by its whole key.
    static let selection = """
        SELECT \(valueColumns) FROM result_value
        WHERE school_id = $1 AND year = $2 AND assessment = $3 AND pupil_id = $4 AND column_id = $5
        """

    /// A row that begins with ``valueColumns``.
    static func value(_ row: SQLRow) throws -> StoredValue {
        var reader = StoredValueReader()
        return try reader.value(row)
    }

    /// The primary key of a cell, in the order of the table's key.
    static func key(_ school: Int64, _ cell: CellKey) -> [SQLValue] {
        [
            .int(school), .int(Int64(cell.year.endYear)), .text(cell.assessment.rawValue), .int(cell.pupilID),
            .text(cell.column.rawValue),
        ]
    }
}
