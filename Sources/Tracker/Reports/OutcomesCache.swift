import Reports
import Synchronization

/// Cohorts evaluated last, each used only for the state of the data it was made from.
final class OutcomesCache: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: Int
        let appliesSpecialConsideration: Bool
    }

    private let cohorts = Mutex<[Key: (stamp: DataStamp, cohort: KeyStage2Cohort)]>([:])
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
