/// The files that wait for their preview to be confirmed.
public struct UploadStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// Adds an upload under the id it carries.
    public func insert(_ upload: Upload, school: Int64) throws {
        try session.execute(
            """
            INSERT INTO upload (school_id, upload_id, file_name, stored_as, sha256, size, at, author_id, kind,
                options_json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(school), .int(upload.id), .text(upload.fileName), .text(upload.storedAs), .text(upload.sha256),
                .int(upload.size), .text(upload.at), SQLValue(upload.authorID), .text(upload.kind),
                .text(upload.optionsJSON),
            ])
    }

    public func find(school: Int64, id: Int64) throws -> Upload? {
        try uploads(where: "school_id = $1 AND upload_id = $2", [.int(school), .int(id)]).first
    }

    /// The waiting files of a school, newest first.
    public func all(school: Int64) throws -> [Upload] {
        try uploads(where: "school_id = $1 ORDER BY at DESC, upload_id DESC", [.int(school)])
    }

    /// Replaces what the preview has been told so far.
    public func setOptions(school: Int64, id: Int64, kind: String, optionsJSON: String) throws {
        try session.execute(
            "UPDATE upload SET kind = $1, options_json = $2 WHERE school_id = $3 AND upload_id = $4",
            [.text(kind), .text(optionsJSON), .int(school), .int(id)])
    }

    public func delete(school: Int64, id: Int64) throws {
        try session.execute("DELETE FROM upload WHERE school_id = $1 AND upload_id = $2", [.int(school), .int(id)])
    }

    /// Forgets every upload of any school that came before a time and returns the names under which their bytes are kept.
    public func deleteAll(before time: String) throws -> [String] {
        try session.execute("DELETE FROM upload WHERE at < $1 RETURNING stored_as", [.text(time)]).map {
            try $0.text(0)
        }
    }

    /// The names under which the bytes of every upload of any school are kept.
    public func names() throws -> [String] {
        try session.execute("SELECT stored_as FROM upload").map { try $0.text(0) }
    }

    private func uploads(where condition: String, _ arguments: [SQLValue]) throws -> [Upload] {
        try session.execute(
            """
            SELECT upload_id, file_name, stored_as, sha256, size, at, author_id, kind, options_json
            FROM upload WHERE \(condition)
            """, arguments
        ).map { row in
            Upload(
                id: try row.int(0), fileName: try row.text(1), storedAs: try row.text(2), sha256: try row.text(3),
                size: try row.int(4), at: try row.text(5), authorID: try row.optionalInt(6), kind: try row.text(7),
                optionsJSON: try row.text(8))
        }
    }
}
