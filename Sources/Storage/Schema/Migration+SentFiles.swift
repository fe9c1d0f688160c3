extension Migration {
    /// Files that were sent out, and when a file that came in was written.
    static let sentFiles = Migration(
        number: 3,
        name: "sent files",
        statements: [
            """
            CREATE TABLE sent_file (
                school_id BIGINT NOT NULL REFERENCES school (school_id), sent_id BIGINT NOT NULL, destination TEXT NOT NULL,
                serial BIGINT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size BIGINT NOT NULL,
                at TEXT NOT NULL, author_id BIGINT, author_name TEXT NOT NULL, role TEXT NOT NULL, year BIGINT NOT NULL,
                pupils BIGINT NOT NULL, records BIGINT NOT NULL, findings BIGINT NOT NULL,
                PRIMARY KEY (school_id, sent_id))
            """,
            "CREATE INDEX sent_file_by_destination ON sent_file (school_id, destination)",
            "ALTER TABLE batch ADD COLUMN written_at TEXT",
        ],
        extra: [:])
}
