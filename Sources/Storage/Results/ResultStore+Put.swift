import Assessment

extension ResultStore {
    /// Stores one value, or clears the cell, and adds the ledger entry.
    ///
    /// A change of neither the value nor the date writes nothing and returns what is stored.
    /// - Parameter expectedRevision: the revision the caller saw, 0 for a cell that was never entered; nil to
    ///   replace whatever is there.
    /// - Throws: ``StorageError/conflict(current:)`` when the cell has another revision.
    @discardableResult
    public func put(_ change: ResultChange, school: Int64, expectedRevision: Int64?, by stamp: ChangeStamp) throws
        -> StoredValue
    {
        var change = change
        change.known = try value(school: school, cell: change.cell)
        return try putKnown(change, school: school, expectedRevision: expectedRevision, by: stamp)
    }

    /// The same for a caller who knows what is stored: the change's `known` value, which is not read again.
    ///
    /// - Throws: ``StorageError/conflict(current:)`` also when the known value is out of date.
    @discardableResult
    public func putKnown(_ change: ResultChange, school: Int64, expectedRevision: Int64?, by stamp: ChangeStamp) throws
        -> StoredValue
    {
        let known = change.known
        if let expectedRevision, expectedRevision != known?.revision ?? 0 {
            // Without a current value the caller saw one that is not there at all, as after restoring a backup.
            throw StorageError.conflict(current: known ?? Self.neverEntered(by: stamp))
        }
        if Self.isSame(change, as: known) { return known ?? Self.neverEntered(by: stamp) }
        let new = Self.stored(change, revision: (known?.revision ?? 0) + 1, by: stamp)
        if let known {
            try update(change.cell, to: new, from: known, school: school)
        } else {
            let inserted = try session.change(Self.insertion, Self.key(school, change.cell) + Self.details(of: new))
            guard inserted == 1 else {
                throw StorageError.conflict(current: try value(school: school, cell: change.cell) ?? new)
            }
        }
        try LedgerWriter(session: session).write(change.cell, from: known?.value, to: new, school: school, by: stamp)
        session.noteChange(schoolID: school)
        return new
    }

    /// Stores many values of one school with their ledger entries, by the engine's fastest way; the path of imports.
    ///
    /// Each change's `known` value must be what is stored now (read in the same transaction); changes of neither value nor
    /// date are left out. No cell may come twice.
    /// - Returns: the number of cells written.
    /// - Throws: ``StorageError/conflict(current:)`` when a known value is out of date,
    ///   ``StorageError/duplicate(constraint:)`` when a cell without a known value is there already or comes twice.
    @discardableResult
    public func putMany(_ changes: [ResultChange], school: Int64, by stamp: ChangeStamp) throws -> Int {
        let changes = changes.filter { !Self.isSame($0, as: $0.known) }
        guard !changes.isEmpty else { return 0 }
        let stored = changes.map { Self.stored($0, revision: ($0.known?.revision ?? 0) + 1, by: stamp) }
        var next = 0
        try session.bulkInsert(into: "result_value", columns: Self.columns) { row in
            while next < changes.count, changes[next].known != nil { next += 1 }
            guard next < changes.count else { return false }
            Self.append(changes[next].cell, school, to: &row)
            Self.append(stored[next], to: &row)
            next += 1
            return true
        }
        for (change, new) in zip(changes, stored) {
            if let known = change.known { try update(change.cell, to: new, from: known, school: school) }
        }
        try LedgerWriter(session: session).write(changes, stored: stored, school: school, by: stamp)
        session.noteChange(schoolID: school)
        return changes.count
    }

    private static let columns = [
        "school_id", "year", "assessment", "pupil_id", "column_id", "value", "assessed_on", "revision", "changed_at",
        "author_name", "author_id", "source", "batch_id",
    ]

    // Made once: a text of this length costs more to put together than the statement takes.
    private static let insertion = """
        INSERT INTO result_value (\(columns.joined(separator: ", ")))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT DO NOTHING
        """

    private static func isSame(_ change: ResultChange, as current: StoredValue?) -> Bool {
        guard let current else { return change.value == nil }
        // Clearing a cleared cell changes nothing, whatever its date.
        return change.value == current.value && (change.value == nil || change.assessedOn == current.assessedOn)
    }

    private static func stored(_ change: ResultChange, revision: Int64, by stamp: ChangeStamp) -> StoredValue {
        StoredValue(
            value: change.value, assessedOn: change.assessedOn, revision: revision, changedAt: stamp.at,
            authorName: stamp.author.name, authorID: stamp.author.id, source: stamp.author.source,
            batchID: stamp.batchID)
    }

    private static func neverEntered(by stamp: ChangeStamp) -> StoredValue {
        StoredValue(
            value: nil, assessedOn: nil, revision: 0, changedAt: stamp.at, authorName: stamp.author.name,
            authorID: stamp.author.id, source: stamp.author.source, batchID: nil)
    }

    private static func details(of value: StoredValue) -> [SQLValue] {
        [
            SQLValue(value.value), SQLValue(value.assessedOn?.description), .int(value.revision),
            .text(value.changedAt), .text(value.authorName), SQLValue(value.authorID), .text(value.source.rawValue),
            SQLValue(value.batchID),
        ]
    }

    private static func append(_ cell: CellKey, _ school: Int64, to row: inout BulkRow) {
        row.append(school)
        row.append(Int64(cell.year.endYear))
        row.append(cell.assessment.rawValue)
        row.append(cell.pupilID)
        row.append(cell.column.rawValue)
    }

    private static func append(_ value: StoredValue, to row: inout BulkRow) {
        row.append(value.value)
        row.append(value.assessedOn?.description)
        row.append(value.revision)
        row.append(value.changedAt)
        row.append(value.authorName)
        row.append(value.authorID)
        row.append(value.source.rawValue)
        row.append(value.batchID)
    }

    private func update(_ cell: CellKey, to new: StoredValue, from current: StoredValue, school: Int64) throws {
        let updated = try session.change(
            """
            UPDATE result_value SET value = $1, assessed_on = $2, revision = $3, changed_at = $4, author_name = $5,
                author_id = $6, source = $7, batch_id = $8
            WHERE school_id = $9 AND year = $10 AND assessment = $11 AND pupil_id = $12 AND column_id = $13
                AND revision = $14
            """, Self.details(of: new) + Self.key(school, cell) + [.int(current.revision)])
        guard updated == 1 else {
            throw StorageError.conflict(current: try value(school: school, cell: cell) ?? current)
        }
    }
}
