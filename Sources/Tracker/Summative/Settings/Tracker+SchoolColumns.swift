import Assessment
public import Storage

extension Tracker {
    /// How a school judges now; read again only after a change of the school's data, by one keyed read.
    ///
    /// - Throws: ``TrackerError/storage(_:)`` when what is stored can't be read.
    func summative(of school: School) async throws -> SchoolSummative {
        let version = try await dataStamp(school: school.id).school
        if let kept = summatives.summative(school: school.id, version: version) { return kept }
        let summatives = summatives
        return try await database.read { session in
            try summatives.read(
                session, school: school.id, version: VersionStore(session).version(school: school.id))
        }
    }

    /// The columns that a school has now. Checks no permission: what columns there are says nothing of pupils.
    ///
    /// - Parameter judged: whether those of judgements will be asked for: the others are every school's, and are had without
    ///   looking at the school's settings.
    public func columns(of school: School, judged: Bool) async throws -> SchoolColumns {
        SchoolColumns(cache: columnsCache, summative: judged ? try await summative(of: school) : .standard)
    }
}
