public import Assessment

/// The current results. Every change is written to the ledger in the same transaction and raises the school's version.
public struct ResultStore {
    let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Every cell of one assessment and year by pupil, cleared cells included; one scan.
    public func values(school: Int64, year: SchoolYear, assessment: AssessmentKind) throws
        -> [Int64: [ColumnID: StoredValue]]
    {
        var values: [Int64: [ColumnID: StoredValue]] = [:]
        var reader = StoredValueReader()
        try session.forEachRow(
            """
            SELECT \(Self.valueColumns), pupil_id, column_id FROM result_value
            WHERE school_id = $1 AND year = $2 AND assessment = $3
            """, [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue)]
        ) { row in
            let column = ColumnID(rawValue: try row.text(9))
            values[try row.int(8), default: Dictionary(minimumCapacity: 20)][column] = try reader.value(row)
        }
        return values
    }

    /// One pupil's cells of one assessment and year, cleared cells included.
    public func values(school: Int64, year: SchoolYear, assessment: AssessmentKind, pupil: Int64) throws
        -> [ColumnID: StoredValue]
    {
        var values: [ColumnID: StoredValue] = [:]
        var reader = StoredValueReader()
        try session.forEachRow(
            """
            SELECT \(Self.valueColumns), column_id FROM result_value
            WHERE school_id = $1 AND year = $2 AND assessment = $3 AND pupil_id = $4
            """, [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue), .int(pupil)]
        ) { row in
            values[ColumnID(rawValue: try row.text(8))] = try reader.value(row)
        }
        return values
    }

    /// Every cell of one pupil in all years and assessments, cleared cells included.
    public func values(school: Int64, pupil: Int64) throws -> [CellKey: StoredValue] {
        var values: [CellKey: StoredValue] = [:]
        // The ledger knows which cells of a pupil were ever entered, so the current table needs no index by pupil.
        try session.forEachRow(
            """
            SELECT v.value, v.assessed_on, v.revision, v.changed_at, v.author_name, v.author_id, v.source, v.batch_id,
                v.year, v.assessment, v.column_id
            FROM (SELECT DISTINCT l.year, l.assessment, l.column_id FROM result_ledger l
                WHERE l.school_id = $1 AND l.pupil_id = $2) c
            JOIN result_value v ON v.school_id = $1 AND v.year = c.year AND v.assessment = c.assessment
                AND v.pupil_id = $2 AND v.column_id = c.column_id
            """, [.int(school), .int(pupil)]
        ) { row in
            let cell = CellKey(
                year: try row.schoolYear(8), assessment: try row.value(9, "assessment"), pupilID: pupil,
                column: ColumnID(rawValue: try row.text(10)))
            values[cell] = try Self.value(row)
        }
        return values
    }

    /// One cell; nil when it was never entered.
    public func value(school: Int64, cell: CellKey) throws -> StoredValue? {
        try session.first(
            Self.selection, Self.key(school, cell)
        ).map { try Self.value($0) }
    }

    /// Only the texts of one assessment and year by pupil, without cleared cells: what reports compute from.
    public func facts(school: Int64, year: SchoolYear, assessment: AssessmentKind) throws -> [Int64: Facts] {
        var facts: [Int64: Facts] = [:]
        try session.forEachRow(
            """
            SELECT pupil_id, column_id, value FROM result_value
            WHERE school_id = $1 AND year = $2 AND assessment = $3 AND value IS NOT NULL
            """, [.int(school), .int(Int64(year.endYear)), .text(assessment.rawValue)]
        ) { row in
            facts[try row.int(0), default: Dictionary(minimumCapacity: 20)][ColumnID(rawValue: try row.text(1))] =
                try row.text(2)
        }
        return facts
    }

    /// What the school has results of: assessment by assessment, newest year first.
    public func counts(school: Int64) throws -> [ResultCount] {
        try session.execute(
            """
            SELECT year, assessment, count(DISTINCT pupil_id), count(*) FROM result_value
            WHERE school_id = $1 AND value IS NOT NULL GROUP BY year, assessment ORDER BY year DESC, assessment
            """, [.int(school)]
        ).map { row in
            ResultCount(
                year: try row.schoolYear(0), assessment: try row.value(1, "assessment"), pupils: Int(try row.int(2)),
                values: Int(try row.int(3)))
        }
    }

    /// Of which assessments and years anything was ever entered, cleared cells included; oldest first.
    public func sittings(school: Int64) throws -> [(year: SchoolYear, assessment: AssessmentKind)] {
        try session.execute(
            "SELECT DISTINCT year, assessment FROM result_value WHERE school_id = $1 ORDER BY year, assessment",
            [.int(school)]
        ).map { row in (year: try row.schoolYear(0), assessment: try row.value(1, "assessment")) }
    }

    /// The years in which the school has results of an assessment, newest first.
    public func years(school: Int64, assessment: AssessmentKind) throws -> [SchoolYear] {
        try counts(school: school).filter { $0.assessment == assessment }.map(\.year)
    }
}
