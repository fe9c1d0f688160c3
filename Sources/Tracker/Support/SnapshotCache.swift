import Assessment
import Storage
import Synchronization

/// The snapshots that were read last, each used only while what it was made from is the data's.
final class SnapshotCache: Sendable {
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: SchoolYear
        let assessment: YearGroupAssessment
    }

    /// Enough for the schools that are at work at one time, some of them with the six cohorts of several years; a few
    /// hundred kB each.
    private static let capacity = 256

    private struct Entry {
        let snapshot: CohortSnapshot
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var uses: UInt64 = 0
    }

    private let state = Mutex(State())

    /// The last one, whatever state of the data it is of.
    func latest(_ key: Key) -> CohortSnapshot? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            state.uses += 1
            state.entries[key]?.lastUse = state.uses
            return entry.snapshot
        }
    }

    func keep(_ snapshot: CohortSnapshot) {
        let key = Key(snapshot)
        state.withLock { state in
            state.uses += 1
            state.entries[key] = Entry(snapshot: snapshot, lastUse: state.uses)
            if state.entries.count > Self.capacity,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
            {
                state.entries[oldest] = nil
            }
        }
    }
}

extension SnapshotCache.Key {
    /// What a snapshot is of.
    init(_ snapshot: CohortSnapshot) {
        self.init(school: snapshot.school.id, year: snapshot.year, assessment: snapshot.assessment)
    }
}
