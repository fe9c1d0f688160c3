import Synchronization

/// The cohorts of the schools that were reported on last, and reports written from them, each used only for the state of the
/// data it was made from.
final class StatutoryCache: Sendable {
    private struct Entry {
        var cohorts: StatutoryCohorts
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Int64: Entry] = [:]
        var uses: UInt64 = 0
    }

    /// Schools at work at one time; a megabyte each.
    private static let capacity = 64

    private let state = Mutex(State())

    /// What was read last of a school, whatever state it is of.
    func cohorts(school: Int64) -> StatutoryCohorts? {
        state.withLock { state in
            state.uses += 1
            state.entries[school]?.lastUse = state.uses
            return state.entries[school]?.cohorts
        }
    }

    func keep(_ cohorts: StatutoryCohorts, school: Int64) {
        state.withLock { state in
            state.uses += 1
            state.entries[school] = Entry(cohorts: cohorts, lastUse: state.uses)
            if state.entries.count > Self.capacity,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
            {
                state.entries[oldest] = nil
            }
        }
    }
}
