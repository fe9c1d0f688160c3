import Assessment

/// Adds entries to the result ledger; only the result store uses it.
struct LedgerWriter {
    let session: any SQLSession

    private static let columns = [
        "school_id", "entry_id", "at", "author_id", "author_name", "role", "source", "batch_id", "year", "assessment",
        "pupil_id", "column_id", "old_value", "new_value", "assessed_on", "revision",
    ]

    private static let insertion = """
        INSERT INTO result_ledger (\(columns.joined(separator: ", ")))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """

    /// One change by hand: a plain statement, as the fast way costs more to begin than one row takes.
    func write(_ cell: CellKey, from old: String?, to new: StoredValue, school: Int64, by stamp: ChangeStamp) throws {
        try session.change(
            Self.insertion,
            [
                .int(school), .int(session.nextID()), .text(stamp.at), SQLValue(stamp.author.id),
                .text(stamp.author.name), .text(stamp.author.role), .text(stamp.author.source.rawValue),
                SQLValue(stamp.batchID), .int(Int64(cell.year.endYear)), .text(cell.assessment.rawValue),
                .int(cell.pupilID), .text(cell.column.rawValue), SQLValue(old), SQLValue(new.value),
                SQLValue(new.assessedOn?.description), .int(new.revision),
            ])
    }

    /// Many changes; `stored[i]` is what `changes[i]` led to.
    func write(_ changes: [ResultChange], stored: [StoredValue], school: Int64, by stamp: ChangeStamp) throws {
        var next = 0
        try session.bulkInsert(into: "result_ledger", columns: Self.columns) { row in
            guard next < changes.count else { return false }
            let change = changes[next]
            row.append(school)
            row.append(session.nextID())
            row.append(stamp.at)
            row.append(stamp.author.id)
            row.append(stamp.author.name)
            row.append(stamp.author.role)
            row.append(stamp.author.source.rawValue)
            row.append(stamp.batchID)
            row.append(Int64(change.cell.year.endYear))
            row.append(change.cell.assessment.rawValue)
            row.append(change.cell.pupilID)
            row.append(change.cell.column.rawValue)
            row.append(change.known?.value)
            row.append(change.value)
            row.append(change.assessedOn?.description)
            row.append(stored[next].revision)
            next += 1
            return true
        }
    }
}
