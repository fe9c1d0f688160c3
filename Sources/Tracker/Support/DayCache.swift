import Assessment
import Foundation
import Synchronization

/// The day that it was last: a calendar takes microseconds to work out what every request asks.
///
/// Kept for an hour of UTC, as days in London begin on a full one in summer and in winter.
final class DayCache: Sendable {
    private let last = Mutex<(hour: Double, day: CalendarDate?)>((-.infinity, nil))

    func day(of date: Date, make: (Date) -> CalendarDate?) -> CalendarDate? {
        let hour = (date.timeIntervalSince1970 / 3600).rounded(.down)
        if let day = last.withLock({ $0.hour == hour ? $0.day : nil }) { return day }
        let day = make(date)
        last.withLock { $0 = (hour, day) }
        return day
    }
}
