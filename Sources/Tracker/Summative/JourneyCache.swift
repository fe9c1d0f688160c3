import Reports
import Storage

/// Reports over the years of pupils as they were made last, each used only while the data stand still.
final class JourneyCache: Sendable {
    private struct Key: Hashable {
        let school: Int64
        let request: Tracker.JourneyRequest
    }

    /// A few hundred kB each.
    private let kept = KeptValues<Key, DataStamp, any Sendable>(most: 64)

    /// The report of this state of the data; nil when there is none.
    func report<Content>(_ request: Tracker.JourneyRequest, school: Int64, stamp: DataStamp) -> JourneyReport<Content>?
    {
        kept.value(Key(school: school, request: request), of: stamp) as? JourneyReport<Content>
    }

    func keep<Content>(_ report: JourneyReport<Content>, of request: Tracker.JourneyRequest) {
        kept.keep(report, Key(school: report.school.id, request: request), of: report.stamp)
    }
}
