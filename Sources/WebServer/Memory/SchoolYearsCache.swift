import Assessment
import Synchronization
import Tracker

/// The years that a school's pages offer, as last read; each valid for one state of the school's data.
final class SchoolYearsCache: Sendable {
    private let kept = Mutex<[Int64: (stamp: DataStamp, years: [SchoolYear])]>([:])

    func years(school: Int64, stamp: DataStamp) -> [SchoolYear]? {
        kept.withLock { $0[school] }.flatMap { $0.stamp == stamp ? $0.years : nil }
    }

    func keep(_ years: [SchoolYear], school: Int64, stamp: DataStamp) {
        kept.withLock { kept in
            if kept.count >= 10_000 { kept.removeAll() }
            kept[school] = (stamp, years)
        }
    }
}
