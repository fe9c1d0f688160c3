import Assessment
import Storage
import Synchronization

/// The snapshots that were read last, each used only while its stamp is the data's.
final class SnapshotCache: Sendable {
    private struct Key: Hashable {
        let school: Int64
        let year: SchoolYear
    }

    /// Enough for the schools that are at work at one time; a few hundred kB each.
    private static let capacity = 64

    private struct Entry {
        let snapshot: CohortSnapshot
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var uses: UInt64 = 0
    }

    private let state = Mutex(State())

    func snapshot(school: Int64, year: SchoolYear, stamp: DataStamp) -> CohortSnapshot? {
        state.withLock { state in
            let key = Key(school: school, year: year)
            guard let entry = state.entries[key], entry.snapshot.stamp == stamp else { return nil }
            state.uses += 1
            state.entries[key]?.lastUse = state.uses
            return entry.snapshot
        }
    }

    func keep(_ snapshot: CohortSnapshot) {
        state.withLock { state in
            state.uses += 1
            state.entries[Key(school: snapshot.school.id, year: snapshot.year)] = Entry(
                snapshot: snapshot, lastUse: state.uses)
            if state.entries.count > Self.capacity,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
            {
                state.entries[oldest] = nil
            }
        }
    }
}
