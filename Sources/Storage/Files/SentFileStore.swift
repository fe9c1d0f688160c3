import Assessment

/// The files that went out of the schools.
public struct SentFileStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds a file under the id it carries.
    public func insert(_ file: SentFile, school: Int64) throws {
        try session.execute(
            """
            INSERT INTO sent_file (school_id, sent_id, destination, serial, file_name, sha256, size, at, author_id,
                author_name, role, year, pupils, records, findings)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            [
                .int(school), .int(file.id), .text(file.destination), .int(Int64(file.serial)), .text(file.fileName),
                .text(file.sha256), .int(Int64(file.size)), .text(file.at), SQLValue(file.authorID),
                .text(file.authorName), .text(file.role), .int(Int64(file.year.endYear)), .int(Int64(file.pupils)),
                .int(Int64(file.records)), .int(Int64(file.findings)),
            ])
        session.noteChange(schoolID: school)
    }

    /// The files of a school, newest first.
    public func all(school: Int64) throws -> [SentFile] {
        try files(where: "school_id = $1 ORDER BY at DESC, sent_id DESC", [.int(school)])
    }

    /// The newest file for a destination; nil when none went there.
    public func last(school: Int64, destination: String) throws -> SentFile? {
        try files(
            where: "school_id = $1 AND destination = $2 ORDER BY sent_id DESC LIMIT 1",
            [.int(school), .text(destination)]
        ).first
    }

    private func files(where condition: String, _ arguments: [SQLValue]) throws -> [SentFile] {
        try session.execute(
            """
            SELECT sent_id, destination, serial, file_name, sha256, size, at, author_id, author_name, role, year, pupils,
                records, findings FROM sent_file WHERE \(condition)
            """, arguments
        ).map { row in
            SentFile(
                id: try row.int(0), destination: try row.text(1), serial: Int(try row.int(2)),
                fileName: try row.text(3), sha256: try row.text(4), size: Int(try row.int(5)), at: try row.text(6),
                authorID: try row.optionalInt(7), authorName: try row.text(8), role: try row.text(9),
                year: try row.schoolYear(10), pupils: Int(try row.int(11)), records: Int(try row.int(12)),
                findings: Int(try row.int(13)))
        }
    }
}
