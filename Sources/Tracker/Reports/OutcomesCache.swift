import Reports
import Storage

/// Cohorts evaluated and reports made last, each used only for the state of the data it was made from.
final class OutcomesCache: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: Int
        let appliesSpecialConsideration: Bool
    }

    private struct CohortKey: Hashable, Sendable {
        let cohort: SnapshotCache.Key
        let appliesSpecialConsideration: Bool
    }

    private let statutory = KeptValues<CohortKey, SnapshotBasis, AssessmentCohort>(most: 256)
    private let cohorts = KeptValues<Key, DataStamp, KeyStage2Cohort>(most: 64)
    private let contents = KeptValues<String, DataStamp, any StatutoryContent>(most: 256)
    private let written = KeptValues<String, DataStamp, [UInt8]>(most: 256)

    func cohort(_ key: Key, stamp: DataStamp, make: () -> KeyStage2Cohort) -> KeyStage2Cohort {
        cohorts.value(key, of: stamp, make: make)
    }

    /// A cohort of a statutory assessment, with what measures made of its pupils: made anew only when its own results or
    /// pupils have moved, so that a saved cell costs one cohort and not all that a report is about.
    func cohort(_ snapshot: CohortSnapshot, specialConsideration: Bool, make: () -> AssessmentCohort)
        -> AssessmentCohort
    {
        let key = CohortKey(
            cohort: SnapshotCache.Key(snapshot), appliesSpecialConsideration: specialConsideration)
        return statutory.value(key, of: snapshot.basis, make: make)
    }

    /// A report over statutory assessments, made anew when the data have moved.
    func content<Content: StatutoryContent>(_ key: String, stamp: DataStamp, make: () -> Content) -> Content {
        if let kept = contents.value(key, of: stamp) as? Content { return kept }
        let content = make()
        contents.keep(content, key, of: stamp)
        return content
    }

    func bytes(_ key: String, stamp: DataStamp) -> [UInt8]? { written.value(key, of: stamp) }

    func keep(_ bytes: [UInt8], _ key: String, stamp: DataStamp) { written.keep(bytes, key, of: stamp) }
}
