extension Migration {
    /// What a school has chosen or written for itself, by name.
    static let schoolSettings = Migration(
        number: 2,
        name: "school settings",
        statements: [
            """
            CREATE TABLE school_setting (
                school_id BIGINT NOT NULL REFERENCES school (school_id), key TEXT NOT NULL, value TEXT NOT NULL,
                PRIMARY KEY (school_id, key))
            """
        ],
        extra: [:])
}
