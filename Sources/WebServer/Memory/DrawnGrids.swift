import Assessment
import Pages
import Synchronization
import Tracker

/// Grids that were drawn, each valid for one state of the data; equal keys, equal bytes.
///
/// At most 128, some 30 kB each.
final class DrawnGrids: Sendable {
    /// Everything that the drawing depends on besides the data.
    struct Key: Hashable, Sendable {
        let school: Int64
        let year: SchoolYear
        let assessment: YearGroupAssessment
        let className: String?
        let filter: String?
        let order: String?
        let mode: GridTable.Mode
    }

    private let grids = Mutex<[Key: (stamp: DataStamp, grid: DrawnGrid)]>([:])

    func grid(_ key: Key, stamp: DataStamp) -> DrawnGrid? {
        grids.withLock { $0[key] }.flatMap { $0.stamp == stamp ? $0.grid : nil }
    }

    func keep(_ grid: DrawnGrid, _ key: Key, stamp: DataStamp) {
        grids.withLock { grids in
            if grids.count >= 128 { grids.removeAll() }
            grids[key] = (stamp, grid)
        }
    }
}
