import Assessment
import Foundation
import Storage
import Synchronization
import Testing
import Tracker

@Suite("The clock")
struct ClockTests {
    @Test("a day ends at midnight in London, in summer and in winter, however often it was asked before")
    func days() {
        // given
        let now = Mutex("")
        let clock = TrackerClock { TimestampText.date(now.withLock { $0 }) ?? .distantPast }
        // when
        let days = [
            "2026-06-15T22:00:00.000Z", "2026-06-15T22:59:59.999Z", "2026-06-15T23:00:00.000Z",
            "2026-06-16T22:59:00.000Z", "2026-12-15T23:59:59.999Z", "2026-12-16T00:00:00.000Z",
            "2026-06-15T22:59:59.999Z",
        ].map { time in
            now.withLock { $0 = time }
            return clock.today()?.description
        }
        // then
        #expect(
            days == [
                "2026-06-15", "2026-06-15", "2026-06-16", "2026-06-16", "2026-12-15", "2026-12-16", "2026-06-15",
            ])
    }

    @Test(
        "times are put in words by the minute",
        arguments: [
            ("2026-05-14T15:02:00.000Z", "14 May 2026, 16:02"), ("2026-05-14T15:02:59.999Z", "14 May 2026, 16:02"),
            ("2026-05-14T15:03:00.000Z", "14 May 2026, 16:03"), ("2026-12-14T15:02:00.000Z", "14 December 2026, 15:02"),
            ("yesterday", "yesterday"), ("2026-05-14T15:02", "2026-05-14T15:02"),
        ])
    func inWords(time: String, words: String) {
        #expect(TrackerClock.system.inWords(time) == words)
    }
}
