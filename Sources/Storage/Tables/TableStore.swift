public import Assessment

/// The conversion tables that were loaded. Every change raises the installation's version.
public struct TableStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds a table under the id it carries; an active one takes the place of the one before, which is kept.
    public func insert(_ table: LoadedTable) throws {
        if table.isActive { try deactivate(year: table.year, keyStage: table.keyStage, subject: table.subject) }
        try session.execute(
            """
            INSERT INTO conversion_table (table_id, year, key_stage, subject, loaded_at, author_name, scores, is_active)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(table.id), .int(Int64(table.year.endYear)), .int(Int64(table.keyStage)),
                .text(table.subject.rawValue), .text(table.loadedAt), .text(table.authorName),
                .text(table.scores.map { $0.map(String.init) ?? "N" }.joined(separator: ",")),
                SQLValue(table.isActive),
            ])
        session.noteChange(schoolID: 0)
    }

    /// The tables in use, oldest year first.
    public func active() throws -> [LoadedTable] { try tables(where: "is_active = 1", []) }

    /// Every table that was ever loaded; per year, key stage and subject the newest first.
    public func all() throws -> [LoadedTable] { try tables(where: "TRUE", []) }

    /// Takes the loaded table of a year, key stage and subject out of use, so that the shipped one holds again.
    public func deactivate(year: SchoolYear, keyStage: Int, subject: Subject) throws {
        try session.execute(
            """
            UPDATE conversion_table SET is_active = 0
            WHERE year = $1 AND key_stage = $2 AND subject = $3 AND is_active = 1
            """, [.int(Int64(year.endYear)), .int(Int64(keyStage)), .text(subject.rawValue)])
        session.noteChange(schoolID: 0)
    }

    private func tables(where condition: String, _ arguments: [SQLValue]) throws -> [LoadedTable] {
        try session.execute(
            """
            SELECT table_id, year, key_stage, subject, loaded_at, author_name, scores, is_active FROM conversion_table
            WHERE \(condition) ORDER BY year, key_stage, subject, loaded_at DESC, table_id DESC
            """, arguments
        ).map { row in
            LoadedTable(
                id: try row.int(0), year: try row.schoolYear(1), keyStage: Int(try row.int(2)),
                subject: try row.value(3, "subject"), loadedAt: try row.text(4), authorName: try row.text(5),
                scores: try Self.scores(row.text(6)), isActive: try row.bool(7))
        }
    }

    private static func scores(_ text: String) throws(StorageError) -> [Int?] {
        var scores: [Int?] = []
        for field in text.split(separator: ",") {
            guard field != "N" else {
                scores.append(nil)
                continue
            }
            guard let score = Int(field) else {
                throw .unreadable(field: "scaled score", text: String(field))
            }
            scores.append(score)
        }
        return scores
    }
}
