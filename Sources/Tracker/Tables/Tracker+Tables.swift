public import Assessment
public import Storage

extension Tracker {
    /// The tables in use: the shipped ones with those that were loaded laid over them.
    static func tables(_ session: any SQLSession, reference: ReferenceData) throws -> ConversionTables {
        let loaded = try TableStore(session).active()
        guard !loaded.isEmpty else { return reference.tables }
        return reference.tables.adding(
            loaded.map { ConversionTable(key: Self.key($0), scores: $0.scores) })
    }

    private static func key(_ table: LoadedTable) -> ConversionTable.Key {
        ConversionTable.Key(year: table.year.endYear, keyStage: table.keyStage, subject: table.subject)
    }

    /// The tables in use now. National facts, so everybody may read them.
    public func tables() async throws -> ConversionTables {
        let reference = reference
        return try await database.read { try Self.tables($0, reference: reference) }
    }

    /// Every table that was ever loaded, newest first within its test.
    public func loadedTables() async throws -> [LoadedTable] {
        try await database.read { try TableStore($0).all() }
    }

    /// Loads checked tables; every scaled score follows on the next request.
    ///
    /// The tables hold for the whole installation: they are the nation's, not a school's.
    ///
    /// - Parameters:
    ///   - replace: whether a table that was loaded before may be replaced; it is kept, out of use.
    ///   - school: the school in which the caller's role must allow it; nil: in any.
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/tableExists(_:)``. All tables or none are loaded.
    public func loadTables(
        _ tables: [ConversionTable], replace: Bool, in school: School? = nil, as caller: Caller
    ) async throws {
        try requireTableManager(caller, in: school)
        let at = clock.timestamp()
        let ids = ids
        try await database.write { session in
            let store = TableStore(session)
            let active = Dictionary(
                try store.active().map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
            for table in tables {
                if let before = active[table.key] {
                    if before.scores == table.scores { continue }
                    if !replace { throw TrackerError.tableExists(table.key) }
                }
                guard let year = SchoolYear(endYear: table.key.year) else { continue }
                try store.insert(
                    LoadedTable(
                        id: ids.next(), year: year, keyStage: table.key.keyStage, subject: table.key.subject,
                        loadedAt: at, authorName: caller.name, scores: table.scores))
            }
        }
    }

    /// Takes the loaded table of a test out of use, so that the shipped one (or none) holds again.
    public func withdrawTable(_ key: ConversionTable.Key, in school: School? = nil, as caller: Caller) async throws {
        try requireTableManager(caller, in: school)
        guard let year = SchoolYear(endYear: key.year) else { return }
        try await database.write {
            try TableStore($0).deactivate(year: year, keyStage: key.keyStage, subject: key.subject)
        }
    }

    private func requireTableManager(_ caller: Caller, in school: School?) throws(TrackerError) {
        if let school {
            try require(.manageTables, caller, in: school)
        } else if !caller.isOperator, !caller.roles.values.contains(where: { $0.permissions.contains(.manageTables) }) {
            throw .notAllowed(.manageTables, role: caller.roles.values.first)
        }
    }
}
