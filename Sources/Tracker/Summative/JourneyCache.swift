import Reports
import Storage
import Synchronization

/// Reports over the years of pupils as they were made last, each used only while the data stand still.
final class JourneyCache: Sendable {
    private struct Key: Hashable {
        let school: Int64
        let request: Tracker.JourneyRequest
    }

    /// A few hundred kB each.
    private static let most = 64

    private let kept = Mutex<[Key: (stamp: DataStamp, report: any Sendable)]>([:])

    /// The report of this state of the data; nil when there is none.
    func report<Content>(_ request: Tracker.JourneyRequest, school: Int64, stamp: DataStamp) -> JourneyReport<Content>?
    {
        guard let kept = kept.withLock({ $0[Key(school: school, request: request)] }), kept.stamp == stamp else {
            return nil
        }
        return kept.report as? JourneyReport<Content>
    }

    func keep<Content>(_ report: JourneyReport<Content>, of request: Tracker.JourneyRequest) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[Key(school: report.school.id, request: request)] = (report.stamp, report)
        }
    }
}
