import Assessment

/// Checks that the ledger leads to the current values without a gap.
public struct LedgerAudit {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Cells of a school whose entries do not follow one another (revision by revision, old value after new value) or do
    /// not end at the current value; empty when all is well. Reads the school's whole ledger once.
    public func problems(school: Int64) throws -> [LedgerProblem] {
        var problems: [LedgerProblem] = []
        var current = try currentValues(school: school)
        var cell: CellKey?
        var last: (value: String?, revision: Int64) = (nil, 0)
        func finish() {
            guard let finished = cell else { return }
            if let stored = current.removeValue(forKey: finished) {
                if stored.value != last.value || stored.revision != last.revision {
                    problems.append(
                        LedgerProblem(cell: finished, detail: "The current value is not the one the history ends with.")
                    )
                }
            } else {
                problems.append(LedgerProblem(cell: finished, detail: "The history has no current value."))
            }
        }
        try session.forEachRow(
            """
            SELECT year, assessment, pupil_id, column_id, old_value, new_value, revision FROM result_ledger
            WHERE school_id = $1 ORDER BY pupil_id, assessment, year, column_id, revision, entry_id
            """, [.int(school)]
        ) { row in
            let key = try Self.cell(row)
            if key != cell {
                finish()
                cell = key
                last = (nil, 0)
            }
            if try row.int(6) != last.revision + 1 || row.optionalText(4) != last.value {
                problems.append(
                    LedgerProblem(cell: key, detail: "Entry \(try row.int(6)) does not follow the one before it."))
            }
            last = (try row.optionalText(5), try row.int(6))
        }
        finish()
        for key in current.keys {
            problems.append(LedgerProblem(cell: key, detail: "The current value has no history."))
        }
        return problems
    }

    private func currentValues(school: Int64) throws -> [CellKey: (value: String?, revision: Int64)] {
        var values: [CellKey: (value: String?, revision: Int64)] = [:]
        try session.forEachRow(
            "SELECT year, assessment, pupil_id, column_id, value, revision FROM result_value WHERE school_id = $1",
            [.int(school)]
        ) { row in
            values[try Self.cell(row)] = (try row.optionalText(4), try row.int(5))
        }
        return values
    }

    private static func cell(_ row: SQLRow) throws -> CellKey {
        CellKey(
            year: try row.schoolYear(0), assessment: try row.value(1, "assessment"), pupilID: try row.int(2),
            column: ColumnID(rawValue: try row.text(3)))
    }
}
