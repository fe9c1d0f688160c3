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
        // Kept by the minute, which is all that the words tell.
        guard let minute = Self.minute(timestamp) else { return makeWords(timestamp) }
        return words.value(minute) { makeWords(timestamp) }
    }

    /// The digits of `2026-05-14T15:02` as one number; nil for a text of another form.
    private static func minute(_ timestamp: String) -> Int? {
        guard timestamp.utf8.count == 24 else { return nil }
        var digits = 0
        for (index, byte) in timestamp.utf8.prefix(16).enumerated() {
            if index == 4 || index == 7 || index == 10 || index == 13 { continue }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return digits
    }

    /// A stored timestamp as the header of a CTF has it: `2026-07-20T09:30:00` on London's clock, the second that is over; the text
    /// itself when it is none.
    func fileTime(_ timestamp: String) -> String {
        guard let date = TimestampText.date(timestamp) else { return timestamp }
        // To whole milliseconds first: a time read from text may be a hair beside its second.
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        let second = Date(timeIntervalSince1970: (milliseconds / 1000).rounded(.up))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: second)
        func text(_ number: Int?, _ count: Int = 2) -> String {
            let digits = String(number ?? 0)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return
            "\(text(parts.year, 4))-\(text(parts.month))-\(text(parts.day))T\(text(parts.hour)):\(text(parts.minute)):\(text(parts.second))"
    }

    private func makeWords(_ timestamp: String) -> String {
        guard let date = TimestampText.date(timestamp), let day = day(of: date) else { return timestamp }
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(day.inWords), \(two(parts.hour)):\(two(parts.minute))"
    }
}
