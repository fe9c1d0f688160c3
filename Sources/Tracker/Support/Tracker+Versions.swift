import Storage

extension Tracker {
    /// The state that a school's data is in now.
    ///
    /// Costs a few microseconds while nobody writes, one keyed read otherwise.
    public func dataStamp(school: Int64) async throws -> DataStamp {
        let token = try database.changeToken()
        if let version = versions.version(school: school, token: token),
            let installation = versions.version(school: 0, token: token)
        {
            return DataStamp(school: version, installation: installation)
        }
        let read = try await database.versions(of: school == 0 ? [0] : [0, school])
        versions.remember(read, token: token)
        return DataStamp(school: read[school] ?? 0, installation: read[0] ?? 0)
    }
}

extension Tracker {
    /// The version of what belongs to the whole installation; answers only while the database does.
    public func stampOfInstallation() async throws -> Int64 { try await dataStamp(school: 0).installation }
}
