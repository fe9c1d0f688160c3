public import Assessment
public import Foundation
import Storage

/// The time, so that tests can stand still.
public struct TrackerClock: Sendable {
    public let now: @Sendable () -> Date
    /// The zone in which a day begins and ends: London's, wherever the server stands.
    private let calendar: Calendar
    private let words = WordsCache()
    private let days = DayCache()

    public init(now: @escaping @Sendable () -> Date) {
        self.now = now
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        self.calendar = calendar
    }

    /// The machine's clock.
    public static let system = TrackerClock { Date() }

    /// Now as text for the ledger, UTC.
    public func timestamp() -> String { TimestampText.text(now()) }

    /// The time some seconds from now (negative: ago), as text.
    func timestamp(after seconds: Double) -> String { TimestampText.text(now().addingTimeInterval(seconds)) }

    /// Today in London.
    public func today() -> CalendarDate? { day(of: now()) }

    /// The school year in which today falls.
    public func currentSchoolYear() -> SchoolYear? { today().flatMap(SchoolYear.containing) }

    /// The last millisecond of a day in London.
    func end(of day: CalendarDate) -> Date? {
        let noon = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
        guard let start = calendar.date(from: noon).map(calendar.startOfDay) else { return nil }
        return calendar.date(byAdding: .day, value: 1, to: start)?.addingTimeInterval(-0.001)
    }

    func day(of date: Date) -> CalendarDate? { days.day(of: date, make: makeDay) }

    private func makeDay(_ date: Date) -> CalendarDate? {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `14 May 2026, 16:02` in London, for a stored timestamp; the text itself when it is none.
    public func inWords(_ timestamp: String) -> String {
        // Kept by the minute, which is all that the words tell: `2026-05-14T15:02`.
        guard timestamp.utf8.count == 24, let minute = String(timestamp.utf8.prefix(16)) else {
            return makeWords(timestamp)
        }
        return words.value(minute) { _ in makeWords(timestamp) }
    }

    private func makeWords(_ timestamp: String) -> String {
        guard let date = TimestampText.date(timestamp), let day = day(of: date) else { return timestamp }
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(day.inWords), \(two(parts.hour)):\(two(parts.minute))"
    }
}
