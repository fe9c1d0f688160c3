public import Assessment

/// Reads the ledgers: the history of a cell, what a batch did, how things stood at a time. Nothing here can change them.
public struct LedgerStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Everything that ever happened to one cell, newest first.
    public func history(school: Int64, cell: CellKey) throws -> [LedgerEntry] {
        try entries(
            where: """
                school_id = $1 AND pupil_id = $2 AND assessment = $3 AND year = $4 AND column_id = $5
                ORDER BY revision DESC, entry_id DESC
                """,
            [
                .int(school), .int(cell.pupilID), .text(cell.assessment.rawValue), .int(Int64(cell.year.endYear)),
                .text(cell.column.rawValue),
            ])
    }

    /// What a batch changed, in the order in which it did.
    public func entries(school: Int64, batch: Int64) throws -> [LedgerEntry] {
        try entries(where: "school_id = $1 AND batch_id = $2 ORDER BY entry_id", [.int(school), .int(batch)])
    }

    /// The newest entries of a school, newest first; `before` continues after the last entry of a page.
    public func recent(school: Int64, limit: Int, before entry: Int64 = .max) throws -> [LedgerEntry] {
        try entries(
            where: "school_id = $1 AND entry_id < $2 ORDER BY entry_id DESC LIMIT $3",
            [.int(school), .int(entry), .int(Int64(limit))])
    }

    /// The last entry of every cell that a batch changed. Where it belongs to another batch or to none, somebody changed
    /// the cell since.
    public func lastEntries(school: Int64, cellsOfBatch batch: Int64) throws -> [CellKey: LedgerEntry] {
        try lastPerCell(
            """
            l.school_id = $1 AND EXISTS (SELECT 1 FROM result_ledger b WHERE b.school_id = $1 AND b.batch_id = $2
                AND b.pupil_id = l.pupil_id AND b.assessment = l.assessment AND b.year = l.year
                AND b.column_id = l.column_id)
            """, [.int(school), .int(batch)])
    }

    /// The last entry of every cell of one assessment and year.
    public func lastEntries(school: Int64, year: SchoolYear, assessment: AssessmentKind) throws
        -> [CellKey: LedgerEntry]
    {
        try lastPerCell(
            "l.school_id = $1 AND l.year = $2 AND l.assessment = $3",
            [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue)])
    }

    /// The results of one assessment and year as they stood at a time (ISO 8601, UTC, that moment included), by pupil;
    /// cleared cells are left out.
    public func facts(school: Int64, year: SchoolYear, assessment: AssessmentKind, asAt time: String) throws
        -> [Int64: Facts]
    {
        let last = try lastPerCell(
            "l.school_id = $1 AND l.year = $2 AND l.assessment = $3 AND l.at <= $4",
            [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue), .text(time)])
        var facts: [Int64: Facts] = [:]
        for (cell, entry) in last {
            if let value = entry.newValue { facts[cell.pupilID, default: [:]][cell.column] = value }
        }
        return facts
    }

    /// The cells of one assessment and year as they stood at a time (ISO 8601, UTC, that moment included), by pupil; cleared
    /// cells included.
    public func values(school: Int64, year: SchoolYear, assessment: AssessmentKind, asAt time: String) throws
        -> [Int64: [ColumnID: StoredValue]]
    {
        let last = try lastPerCell(
            "l.school_id = $1 AND l.year = $2 AND l.assessment = $3 AND l.at <= $4",
            [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue), .text(time)])
        var values: [Int64: [ColumnID: StoredValue]] = [:]
        for (cell, entry) in last {
            values[cell.pupilID, default: [:]][cell.column] = StoredValue(
                value: entry.newValue, assessedOn: entry.assessedOn, revision: entry.revision, changedAt: entry.at,
                authorName: entry.author.name, authorID: entry.author.id, source: entry.author.source,
                batchID: entry.batchID)
        }
        return values
    }

    /// What happened to a pupil's details and places, newest first.
    public func pupilHistory(school: Int64, pupil: Int64) throws -> [PupilLedgerEntry] {
        try pupilEntries(where: "school_id = $1 AND pupil_id = $2 ORDER BY entry_id DESC", [.int(school), .int(pupil)])
    }

    /// What a batch changed in pupils' details and places, in the order in which it did.
    public func pupilEntries(school: Int64, batch: Int64) throws -> [PupilLedgerEntry] {
        try pupilEntries(where: "school_id = $1 AND batch_id = $2 ORDER BY entry_id", [.int(school), .int(batch)])
    }

    private func lastPerCell(_ condition: String, _ arguments: [SQLValue]) throws -> [CellKey: LedgerEntry] {
        let entries = try entries(
            from: """
                (SELECT l.*, row_number() OVER (PARTITION BY l.pupil_id, l.assessment, l.year, l.column_id
                    ORDER BY l.revision DESC, l.entry_id DESC) AS place
                FROM result_ledger l WHERE \(condition)) ranked
                """, where: "place = 1", arguments)
        return Dictionary(entries.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func entries(
        from source: String = "result_ledger", where condition: String, _ arguments: [SQLValue]
    ) throws -> [LedgerEntry] {
        var entries: [LedgerEntry] = []
        try session.forEachRow(
            """
            SELECT entry_id, at, author_id, author_name, role, source, batch_id, year, assessment, pupil_id, column_id,
                old_value, new_value, assessed_on, revision FROM \(source) WHERE \(condition)
            """, arguments
        ) { row in
            entries.append(
                LedgerEntry(
                    id: try row.int(0), at: try row.text(1), author: try Self.author(row),
                    batchID: try row.optionalInt(6),
                    cell: CellKey(
                        year: try row.schoolYear(7), assessment: try row.value(8, "assessment"),
                        pupilID: try row.int(9), column: ColumnID(rawValue: try row.text(10))),
                    oldValue: try row.optionalText(11), newValue: try row.optionalText(12),
                    assessedOn: try row.date(13), revision: try row.int(14)))
        }
        return entries
    }

    private func pupilEntries(where condition: String, _ arguments: [SQLValue]) throws -> [PupilLedgerEntry] {
        var entries: [PupilLedgerEntry] = []
        try session.forEachRow(
            """
            SELECT entry_id, at, author_id, author_name, role, source, batch_id, pupil_id, kind, before_json, after_json
            FROM pupil_ledger WHERE \(condition)
            """, arguments
        ) { row in
            entries.append(
                PupilLedgerEntry(
                    id: try row.int(0), at: try row.text(1), author: try Self.author(row),
                    batchID: try row.optionalInt(6), pupilID: try row.int(7), kind: try row.value(8, "kind"),
                    before: try row.optionalText(9), after: try row.optionalText(10)))
        }
        return entries
    }

    private static func author(_ row: SQLRow) throws -> Author {
        Author(
            id: try row.optionalInt(2), name: try row.text(3), role: try row.text(4),
            source: try row.value(5, "source"))
    }
}
