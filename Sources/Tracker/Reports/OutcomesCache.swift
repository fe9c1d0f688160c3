import Reports
import Storage
import Synchronization

/// Cohorts evaluated and reports made last, each used only for the state of the data it was made from.
final class OutcomesCache: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: Int
        let appliesSpecialConsideration: Bool
    }

    private struct CohortKey: Hashable {
        let cohort: SnapshotCache.Key
        let appliesSpecialConsideration: Bool
    }

    private let statutory = Mutex<[CohortKey: (basis: SnapshotBasis, cohort: AssessmentCohort)]>([:])
    private let cohorts = Mutex<[Key: (stamp: DataStamp, cohort: KeyStage2Cohort)]>([:])
    private let contents = Mutex<[String: (stamp: DataStamp, content: any StatutoryContent)]>([:])
    private let written = Mutex<[String: (stamp: DataStamp, bytes: [UInt8])]>([:])

    func cohort(_ key: Key, stamp: DataStamp, make: () -> KeyStage2Cohort) -> KeyStage2Cohort {
        if let kept = cohorts.withLock({ $0[key] }), kept.stamp == stamp { return kept.cohort }
        let cohort = make()
        cohorts.withLock { cohorts in
            if cohorts.count >= 64 { cohorts.removeAll() }
            cohorts[key] = (stamp, cohort)
        }
        return cohort
    }

    /// A cohort of a statutory assessment, with what measures made of its pupils: made anew only when its own results or
    /// pupils have moved, so that a saved cell costs one cohort and not all that a report is about.
    func cohort(_ snapshot: CohortSnapshot, specialConsideration: Bool, make: () -> AssessmentCohort)
        -> AssessmentCohort
    {
        let key = CohortKey(
            cohort: SnapshotCache.Key(snapshot), appliesSpecialConsideration: specialConsideration)
        if let kept = statutory.withLock({ $0[key] }), kept.basis == snapshot.basis { return kept.cohort }
        let cohort = make()
        statutory.withLock { cohorts in
            if cohorts.count >= 256 { cohorts.removeAll() }
            cohorts[key] = (snapshot.basis, cohort)
        }
        return cohort
    }

    /// A report over statutory assessments, made anew when the data have moved.
    func content<Content: StatutoryContent>(_ key: String, stamp: DataStamp, make: () -> Content) -> Content {
        if let kept = contents.withLock({ $0[key] }), kept.stamp == stamp, let content = kept.content as? Content {
            return content
        }
        let content = make()
        contents.withLock { contents in
            if contents.count >= 256 { contents.removeAll() }
            contents[key] = (stamp, content)
        }
        return content
    }

    func bytes(_ key: String, stamp: DataStamp) -> [UInt8]? {
        written.withLock { $0[key] }.flatMap { $0.stamp == stamp ? $0.bytes : nil }
    }

    func keep(_ bytes: [UInt8], _ key: String, stamp: DataStamp) {
        written.withLock { written in
            if written.count >= 256 { written.removeAll() }
            written[key] = (stamp, bytes)
        }
    }
}
