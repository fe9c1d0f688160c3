public import Assessment

/// What the program remembers for a school, a user or the whole installation.
public struct SettingStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// How the headings of a kind of file are read, as JSON; nil when nobody said.
    /// - Parameter signature: what identifies the set of headings.
    public func headingMapping(school: Int64, signature: String) throws -> String? {
        try session.first(
            "SELECT mapping_json FROM heading_mapping WHERE school_id = $1 AND signature = $2",
            [.int(school), .text(signature)])?.text(0)
    }

    public func setHeadingMapping(_ json: String, school: Int64, signature: String) throws {
        try session.execute(
            """
            INSERT INTO heading_mapping (school_id, signature, mapping_json) VALUES ($1, $2, $3)
            ON CONFLICT (school_id, signature) DO UPDATE SET mapping_json = excluded.mapping_json
            """, [.int(school), .text(signature), .text(json)])
    }

    /// How a supplier's records of a year are read where two readings fit; nil when nobody said.
    public func supplierChoice(school: Int64, supplier: String, year: SchoolYear) throws -> String? {
        try session.first(
            "SELECT choice FROM supplier_choice WHERE school_id = $1 AND supplier = $2 AND year = $3",
            [.int(school), .text(supplier), .int(Int64(year.endYear))])?.text(0)
    }

    public func setSupplierChoice(_ choice: String, school: Int64, supplier: String, year: SchoolYear) throws {
        try session.execute(
            """
            INSERT INTO supplier_choice (school_id, supplier, year, choice) VALUES ($1, $2, $3, $4)
            ON CONFLICT (school_id, supplier, year) DO UPDATE SET choice = excluded.choice
            """, [.int(school), .text(supplier), .int(Int64(year.endYear)), .text(choice)])
    }

    /// One preference of a user; nil when it was never set.
    public func preference(user: Int64, key: String) throws -> String? {
        try session.first(
            "SELECT value FROM preference WHERE user_id = $1 AND key = $2", [.int(user), .text(key)])?.text(0)
    }

    /// All preferences of a user.
    public func preferences(user: Int64) throws -> [String: String] {
        var preferences: [String: String] = [:]
        try session.forEachRow("SELECT key, value FROM preference WHERE user_id = $1", [.int(user)]) { row in
            preferences[try row.text(0)] = try row.text(1)
        }
        return preferences
    }

    public func setPreference(_ value: String, user: Int64, key: String) throws {
        try session.execute(
            """
            INSERT INTO preference (user_id, key, value) VALUES ($1, $2, $3)
            ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value
            """, [.int(user), .text(key), .text(value)])
    }

    /// A setting of one school; nil when it was never set.
    public func schoolSetting(_ key: String, school: Int64) throws -> String? {
        try session.first(
            "SELECT value FROM school_setting WHERE school_id = $1 AND key = $2", [.int(school), .text(key)])?.text(0)
    }

    /// Sets a setting of one school and raises its version.
    public func setSchoolSetting(_ value: String, key: String, school: Int64) throws {
        try session.execute(
            """
            INSERT INTO school_setting (school_id, key, value) VALUES ($1, $2, $3)
            ON CONFLICT (school_id, key) DO UPDATE SET value = excluded.value
            """, [.int(school), .text(key), .text(value)])
        session.noteChange(schoolID: school)
    }

    /// A setting of the whole installation; nil when it was never set.
    public func installationSetting(_ key: String) throws -> String? {
        try session.first("SELECT value FROM installation_setting WHERE key = $1", [.text(key)])?.text(0)
    }

    /// Sets a setting of the whole installation and raises its version.
    public func setInstallationSetting(_ value: String, key: String) throws {
        try session.execute(
            """
            INSERT INTO installation_setting (key, value) VALUES ($1, $2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, [.text(key), .text(value)])
        session.noteChange(schoolID: 0)
    }
}
