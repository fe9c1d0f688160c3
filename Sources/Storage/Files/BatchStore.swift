import Assessment

/// The batches of the schools.
public struct BatchStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds a batch under the id it carries.
    public func insert(_ batch: Batch, school: Int64) throws {
        try session.execute(
            """
            INSERT INTO batch (school_id, batch_id, kind, file_name, sha256, at, author_id, author_name, role, year,
                counts_json, written_at, undone_at, undone_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .int(school), .int(batch.id), .text(batch.kind), .text(batch.fileName), .text(batch.sha256),
                .text(batch.at), SQLValue(batch.authorID), .text(batch.authorName), .text(batch.role),
                SQLValue(batch.year?.endYear), .text(batch.countsJSON), SQLValue(batch.writtenAt),
                SQLValue(batch.undoneAt), SQLValue(batch.undoneBy),
            ])
        session.noteChange(schoolID: school)
    }

    public func find(school: Int64, id: Int64) throws -> Batch? {
        try batches(where: "school_id = $1 AND batch_id = $2", [.int(school), .int(id)]).first
    }

    /// The school that a batch belongs to; nil when there is no such batch.
    public func school(ofBatch id: Int64) throws -> Int64? {
        try session.first("SELECT school_id FROM batch WHERE batch_id = $1", [.int(id)])?.int(0)
    }

    /// The batches of a school, newest first.
    public func all(school: Int64) throws -> [Batch] {
        try batches(where: "school_id = $1 ORDER BY at DESC, batch_id DESC", [.int(school)])
    }

    /// The standing batches that the same file made, newest first.
    public func standing(school: Int64, sha256: String) throws -> [Batch] {
        try batches(
            where: "school_id = $1 AND sha256 = $2 AND undone_at IS NULL ORDER BY at DESC, batch_id DESC",
            [.int(school), .text(sha256)])
    }

    /// The batches of a school that were taken back.
    public func undone(school: Int64) throws -> Set<Int64> {
        try Set(
            session.execute(
                "SELECT batch_id FROM batch WHERE school_id = $1 AND undone_at IS NOT NULL", [.int(school)]
            ).map { try $0.int(0) })
    }

    /// Marks a standing batch as taken back; false when there is none, or it was taken back already.
    public func markUndone(school: Int64, id: Int64, at time: String, by name: String) throws -> Bool {
        let rows = try session.execute(
            """
            UPDATE batch SET undone_at = $1, undone_by = $2
            WHERE school_id = $3 AND batch_id = $4 AND undone_at IS NULL RETURNING batch_id
            """, [.text(time), .text(name), .int(school), .int(id)])
        guard rows.count == 1 else { return false }
        session.noteChange(schoolID: school)
        return true
    }

    private func batches(where condition: String, _ arguments: [SQLValue]) throws -> [Batch] {
        try session.execute(
            """
            SELECT batch_id, kind, file_name, sha256, at, author_id, author_name, role, year, counts_json, written_at,
                undone_at, undone_by FROM batch WHERE \(condition)
            """, arguments
        ).map { row in
            Batch(
                id: try row.int(0), kind: try row.text(1), fileName: try row.text(2), sha256: try row.text(3),
                at: try row.text(4), authorID: try row.optionalInt(5), authorName: try row.text(6),
                role: try row.text(7), year: try row.optionalSchoolYear(8), countsJSON: try row.text(9),
                writtenAt: try row.optionalText(10), undoneAt: try row.optionalText(11),
                undoneBy: try row.optionalText(12))
        }
    }
}
