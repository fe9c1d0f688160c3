extension Migration {
    /// The first schema: schools, pupils, results with their ledgers, files, users, tables and settings.
    static let firstSchema = Migration(
        number: 1,
        name: "first schema",
        statements: schoolTables + pupilTables + resultTables + fileTables + userTables + settingTables,
        extra: [.sqlite: sqliteTriggers, .postgres: postgresTriggers])

    private static let schoolTables = [
        """
        CREATE TABLE school (
            school_id BIGINT PRIMARY KEY, dfe TEXT NOT NULL UNIQUE, urn TEXT, name TEXT NOT NULL, trust TEXT)
        """,
        """
        CREATE TABLE school_number (
            dfe TEXT PRIMARY KEY, school_id BIGINT NOT NULL REFERENCES school (school_id), is_current BIGINT NOT NULL)
        """,
        "CREATE INDEX school_number_by_school ON school_number (school_id)",
        "CREATE TABLE school_version (school_id BIGINT PRIMARY KEY, version BIGINT NOT NULL)",
    ]

    private static let pupilTables = [
        """
        CREATE TABLE pupil (
            school_id BIGINT NOT NULL REFERENCES school (school_id), pupil_id BIGINT NOT NULL, upn TEXT,
            surname TEXT NOT NULL, forename TEXT NOT NULL, preferred_surname TEXT, preferred_forename TEXT,
            middle_names TEXT, date_of_birth TEXT, sex TEXT, ethnicity TEXT, first_language TEXT, is_eal BIGINT, sen TEXT,
            is_fsm BIGINT, is_fsm6 BIGINT, is_looked_after BIGINT, was_looked_after BIGINT, is_service_child BIGINT,
            entry_date TEXT, leaving_date TEXT, groups TEXT NOT NULL, folded_name TEXT NOT NULL, revision BIGINT NOT NULL,
            PRIMARY KEY (school_id, pupil_id))
        """,
        "CREATE UNIQUE INDEX pupil_upn ON pupil (school_id, upn)",
        "CREATE INDEX pupil_by_upn ON pupil (upn)",
        """
        CREATE TABLE former_upn (
            school_id BIGINT NOT NULL, upn TEXT NOT NULL, pupil_id BIGINT NOT NULL,
            PRIMARY KEY (school_id, upn, pupil_id),
            FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, pupil_id))
        """,
        "CREATE INDEX former_upn_by_pupil ON former_upn (school_id, pupil_id)",
        """
        CREATE TABLE cohort_place (
            school_id BIGINT NOT NULL, year BIGINT NOT NULL, pupil_id BIGINT NOT NULL, year_group TEXT NOT NULL,
            class_name TEXT, PRIMARY KEY (school_id, year, pupil_id),
            FOREIGN KEY (school_id, pupil_id) REFERENCES pupil (school_id, pupil_id))
        """,
        "CREATE INDEX cohort_place_by_pupil ON cohort_place (school_id, pupil_id)",
        """
        CREATE TABLE pupil_ledger (
            school_id BIGINT NOT NULL, entry_id BIGINT NOT NULL, at TEXT NOT NULL, author_id BIGINT,
            author_name TEXT NOT NULL, role TEXT NOT NULL, source TEXT NOT NULL, batch_id BIGINT, pupil_id BIGINT NOT NULL,
            kind TEXT NOT NULL, before_json TEXT, after_json TEXT, PRIMARY KEY (school_id, entry_id))
        """,
        "CREATE INDEX pupil_ledger_by_pupil ON pupil_ledger (school_id, pupil_id)",
        "CREATE INDEX pupil_ledger_by_batch ON pupil_ledger (school_id, batch_id) WHERE batch_id IS NOT NULL",
    ]

    private static let resultTables = [
        """
        CREATE TABLE result_value (
            school_id BIGINT NOT NULL, year BIGINT NOT NULL, assessment TEXT NOT NULL, pupil_id BIGINT NOT NULL,
            column_id TEXT NOT NULL, value TEXT, assessed_on TEXT, revision BIGINT NOT NULL, changed_at TEXT NOT NULL,
            author_name TEXT NOT NULL, author_id BIGINT, source TEXT NOT NULL, batch_id BIGINT,
            PRIMARY KEY (school_id, year, assessment, pupil_id, column_id))
        """,
        """
        CREATE TABLE result_ledger (
            school_id BIGINT NOT NULL, entry_id BIGINT NOT NULL, at TEXT NOT NULL, author_id BIGINT,
            author_name TEXT NOT NULL, role TEXT NOT NULL, source TEXT NOT NULL, batch_id BIGINT, year BIGINT NOT NULL,
            assessment TEXT NOT NULL, pupil_id BIGINT NOT NULL, column_id TEXT NOT NULL, old_value TEXT, new_value TEXT,
            assessed_on TEXT, revision BIGINT NOT NULL, PRIMARY KEY (school_id, entry_id))
        """,
        "CREATE INDEX result_ledger_by_cell ON result_ledger (school_id, pupil_id, assessment, year, column_id)",
        "CREATE INDEX result_ledger_by_batch ON result_ledger (school_id, batch_id) WHERE batch_id IS NOT NULL",
    ]

    private static let fileTables = [
        """
        CREATE TABLE batch (
            school_id BIGINT NOT NULL REFERENCES school (school_id), batch_id BIGINT NOT NULL, kind TEXT NOT NULL,
            file_name TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, author_id BIGINT, author_name TEXT NOT NULL,
            role TEXT NOT NULL, year BIGINT, counts_json TEXT NOT NULL, undone_at TEXT, undone_by TEXT,
            PRIMARY KEY (school_id, batch_id))
        """,
        "CREATE INDEX batch_by_id ON batch (batch_id)",
        "CREATE INDEX batch_by_file ON batch (school_id, sha256)",
        """
        CREATE TABLE upload (
            school_id BIGINT NOT NULL REFERENCES school (school_id), upload_id BIGINT NOT NULL, file_name TEXT NOT NULL,
            stored_as TEXT NOT NULL, sha256 TEXT NOT NULL, size BIGINT NOT NULL, at TEXT NOT NULL, author_id BIGINT,
            kind TEXT NOT NULL, options_json TEXT NOT NULL, PRIMARY KEY (school_id, upload_id))
        """,
        """
        CREATE TABLE ctf_record (
            school_id BIGINT NOT NULL, pupil_id BIGINT NOT NULL, record_id BIGINT NOT NULL, batch_id BIGINT,
            year TEXT NOT NULL, stage TEXT NOT NULL, subject TEXT NOT NULL, method TEXT NOT NULL, component TEXT NOT NULL,
            status TEXT NOT NULL, qualifier TEXT NOT NULL, locale TEXT NOT NULL, result TEXT NOT NULL,
            result_date TEXT NOT NULL, PRIMARY KEY (school_id, pupil_id, record_id))
        """,
        "CREATE INDEX ctf_record_by_batch ON ctf_record (school_id, batch_id) WHERE batch_id IS NOT NULL",
    ]

    private static let userTables = [
        """
        CREATE TABLE user_account (
            user_id BIGINT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password_hash TEXT,
            created_at TEXT NOT NULL, is_disabled BIGINT NOT NULL)
        """,
        """
        CREATE TABLE membership (
            user_id BIGINT NOT NULL REFERENCES user_account (user_id), scope TEXT NOT NULL, scope_key TEXT NOT NULL,
            role TEXT NOT NULL, classes TEXT, PRIMARY KEY (user_id, scope, scope_key))
        """,
        "CREATE INDEX membership_by_scope ON membership (scope, scope_key)",
        """
        CREATE TABLE user_session (
            token_hash TEXT PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES user_account (user_id), csrf TEXT NOT NULL,
            created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL, expires_at TEXT NOT NULL)
        """,
        "CREATE INDEX user_session_by_user ON user_session (user_id)",
        "CREATE INDEX user_session_by_expiry ON user_session (expires_at)",
        """
        CREATE TABLE one_time_link (
            token_hash TEXT PRIMARY KEY, user_id BIGINT REFERENCES user_account (user_id), purpose TEXT NOT NULL,
            detail TEXT NOT NULL, expires_at TEXT NOT NULL, used_at TEXT)
        """,
        """
        CREATE TABLE sign_in_failure (
            failure_id BIGINT PRIMARY KEY, email TEXT NOT NULL, at TEXT NOT NULL)
        """,
        "CREATE INDEX sign_in_failure_by_email ON sign_in_failure (email, at)",
        """
        CREATE TABLE preference (
            user_id BIGINT NOT NULL REFERENCES user_account (user_id), key TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (user_id, key))
        """,
    ]

    private static let settingTables = [
        """
        CREATE TABLE heading_mapping (
            school_id BIGINT NOT NULL, signature TEXT NOT NULL, mapping_json TEXT NOT NULL,
            PRIMARY KEY (school_id, signature))
        """,
        """
        CREATE TABLE supplier_choice (
            school_id BIGINT NOT NULL, supplier TEXT NOT NULL, year BIGINT NOT NULL, choice TEXT NOT NULL,
            PRIMARY KEY (school_id, supplier, year))
        """,
        "CREATE TABLE installation_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        """
        CREATE TABLE conversion_table (
            table_id BIGINT PRIMARY KEY, year BIGINT NOT NULL, key_stage BIGINT NOT NULL, subject TEXT NOT NULL,
            loaded_at TEXT NOT NULL, author_name TEXT NOT NULL, scores TEXT NOT NULL, is_active BIGINT NOT NULL)
        """,
        """
        CREATE UNIQUE INDEX conversion_table_active ON conversion_table (year, key_stage, subject) WHERE is_active = 1
        """,
    ]

    private static let ledgers = ["result_ledger", "pupil_ledger"]

    private static let sqliteTriggers = ledgers.flatMap { table in
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_no_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'append-only:\(table)'); END
            """
        }
    }

    private static let postgresTriggers =
        [
            """
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'append-only:%', TG_TABLE_NAME; END $$
            """
        ]
        + ledgers.map { table in
            """
            CREATE TRIGGER \(table)_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """
        }
}
