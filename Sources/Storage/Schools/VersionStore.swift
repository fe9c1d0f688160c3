/// How often a school's data changed. Whoever keeps something computed from it compares the version first.
public struct VersionStore {
    private let session: any SQLSession

    public init(_ session: any SQLSession) { self.session = session }

    /// The version of a school's data, 0 before the first change; school 0 is the installation
    /// (schools, users, conversion tables).
    public func version(school: Int64) throws -> Int64 { try session.version(schoolID: school) }

    /// The same as it is stored; for engines.
    public func storedVersion(school: Int64) throws -> Int64 {
        try session.first("SELECT version FROM school_version WHERE school_id = $1", [.int(school)])?.int(0) ?? 0
    }

    /// The versions of every school that ever changed.
    public func all() throws -> [Int64: Int64] {
        var versions: [Int64: Int64] = [:]
        try session.forEachRow("SELECT school_id, version FROM school_version", []) { row in
            versions[try row.int(0)] = try row.int(1)
        }
        return versions
    }

    /// Raises the versions of these schools, each by its number of writes; engines call it before they commit.
    public func raise(_ writes: [Int64: Int64]) throws {
        // In rising order, so that two transactions never wait for each other crosswise.
        for (school, count) in writes.sorted(by: { $0.key < $1.key }) {
            try session.change(
                """
                INSERT INTO school_version (school_id, version) VALUES ($1, $2)
                ON CONFLICT (school_id) DO UPDATE SET version = school_version.version + excluded.version
                """, [.int(school), .int(count)])
        }
    }
}
