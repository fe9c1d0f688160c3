import Assessment
import Storage

extension Tracker {
    /// The pupils, places and Key Stage 2 values of a school and year as they are now; read again only after a change.
    ///
    /// Checks no permission: callers do.
    func snapshot(school: School, year: SchoolYear) async throws -> CohortSnapshot {
        let stamp = try await dataStamp(school: school.id)
        if let kept = snapshots.snapshot(school: school.id, year: year, stamp: stamp) { return kept }
        let reference = reference
        let snapshot = try await database.read { session in
            let versions = VersionStore(session)
            let current = try DataStamp(
                school: versions.version(school: school.id), installation: versions.version(school: 0))
            return try Self.readSnapshot(
                session, stamp: current, school: school, year: year, reference: reference)
        }
        snapshots.keep(snapshot)
        return snapshot
    }

    static func readSnapshot(
        _ session: any SQLSession, stamp: DataStamp, school: School, year: SchoolYear, reference: ReferenceData
    ) throws -> CohortSnapshot {
        let places = Dictionary(
            try CohortStore(session).places(school: school.id, year: year).map { ($0.pupilID, $0) },
            uniquingKeysWith: { first, _ in first })
        var pupils: [Int64: Pupil] = [:]
        for stored in try PupilStore(session).all(school: school.id) where places[stored.pupil.id] != nil {
            pupils[stored.pupil.id] = stored.pupil
        }
        let cohort = pupils.values
            .filter { places[$0.id]?.yearGroup == .year6 }
            .sorted { Self.sortKey($0) < Self.sortKey($1) }
        return CohortSnapshot(
            stamp: stamp, school: school, year: year, pupils: pupils, places: places,
            values: try ResultStore(session).values(school: school.id, year: year, assessment: .ks2),
            tables: try tables(session, reference: reference),
            columns: KeyStage2Columns(year: year.endYear, codes: reference.codes), cohort: cohort)
    }

    /// The order of a register: by folded surname, forename, then id.
    static func sortKey(_ pupil: Pupil) -> (String, String, Int64) {
        (
            foldedName(pupil.preferredSurname ?? pupil.surname), foldedName(pupil.preferredForename ?? pupil.forename),
            pupil.id
        )
    }
}
