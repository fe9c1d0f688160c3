import Assessment
import Storage

extension Tracker {
    /// The cohort of an assessment and year with its results as they are now; read again only after a change.
    ///
    /// A year in which the assessment was not held has a snapshot too, without columns: ``CohortSnapshot/heldColumns()``
    /// says why. Checks no permission: use cases that call it do.
    func snapshot(_ assessment: YearGroupAssessment, school: School, year: SchoolYear) async throws -> CohortSnapshot {
        let snapshots = try await snapshots([(assessment, year)], school: school)
        guard let snapshot = snapshots.first else { throw TrackerError.unknownAssessment(assessment.kind.rawValue) }
        return snapshot
    }

    /// Several cohorts of one school, all of the same state of the data, in the order asked for; those that changed are read
    /// in one transaction.
    ///
    /// Checks no permission: use cases that call it do.
    func snapshots(_ cohorts: [(assessment: YearGroupAssessment, year: SchoolYear)], school: School) async throws
        -> [CohortSnapshot]
    {
        let stamp = try await dataStamp(school: school.id)
        let keys = cohorts.map { SnapshotCache.Key(school: school.id, year: $0.year, assessment: $0.assessment) }
        let kept = keys.compactMap { snapshots.snapshot($0, stamp: stamp) }
        if kept.count == keys.count { return kept }
        let reference = reference
        let cache = snapshots
        let read = try await database.read { session in
            let versions = VersionStore(session)
            let current = try DataStamp(
                school: versions.version(school: school.id), installation: versions.version(school: 0))
            let reader = SnapshotReader(session, school: school, reference: reference, stamp: current)
            return try keys.map { key in
                try cache.snapshot(key, stamp: current) ?? reader.snapshot(key.assessment, key.year)
            }
        }
        for snapshot in read { snapshots.keep(snapshot) }
        return read
    }

    /// The order of a register: by folded surname, forename, then id.
    static func sortKey(_ pupil: Pupil) -> (String, String, Int64) {
        (
            foldedName(pupil.preferredSurname ?? pupil.surname), foldedName(pupil.preferredForename ?? pupil.forename),
            pupil.id
        )
    }
}
