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

    /// Several cohorts of one school, all of the same state of the data, in the order asked for.
    ///
    /// After a change one transaction asks which of them it concerns, and reads those again.
    ///
    /// Checks no permission: use cases that call it do.
    func snapshots(_ cohorts: [(assessment: YearGroupAssessment, year: SchoolYear)], school: School) async throws
        -> [CohortSnapshot]
    {
        let stamp = try await dataStamp(school: school.id)
        let keys = cohorts.map { SnapshotCache.Key(school: school.id, year: $0.year, assessment: $0.assessment) }
        let kept = keys.map { snapshots.latest($0) }
        let current = kept.compactMap(\.self).filter { $0.stamp == stamp }
        if current.count == keys.count { return current }
        let sources = snapshotSources
        let read = try await database.read { session in
            let versions = VersionStore(session)
            let stamp = try DataStamp(
                school: versions.version(school: school.id), installation: versions.version(school: 0))
            let reader = try SnapshotReader(
                session, school: school, sources: sources, stamp: stamp, cohorts: cohorts,
                kept: kept.compactMap(\.self))
            return try zip(keys, kept).map { try reader.snapshot($0.assessment, $0.year, kept: $1) }
        }
        for snapshot in read { snapshots.keep(snapshot) }
        return read
    }

    var snapshotSources: SnapshotReader.Sources {
        SnapshotReader.Sources(reference: reference, columns: columnsCache, summatives: summatives)
    }

    /// The order of a register: by folded surname, forename, then id.
    static func sortKey(_ pupil: Pupil) -> (String, String, Int64) {
        (
            foldedName(pupil.preferredSurname ?? pupil.surname), foldedName(pupil.preferredForename ?? pupil.forename),
            pupil.id
        )
    }
}
