import Assessment
import Foundation
import Storage

/// The times that files carry: without a zone, so the clock on the wall in England.
enum LondonTime {
    /// The stored form (UTC) of a CTF's `DateTime`, such as `2026-07-20T09:30:00`; nil when it is none.
    ///
    /// A day alone is its first moment; day, month and year may come in any way that a date of birth may.
    static func timestamp(_ text: String?) -> String? {
        guard let text, let day = day(text) else { return nil }
        let clock = text.split(maxSplits: 1) { "T ".contains($0) }.dropFirst().first ?? ""
        let numbers = clock.prefix(8).split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) } + [0, 0, 0]
        guard numbers[0] < 24, numbers[1] < 60, numbers[2] < 61 else { return nil }
        let parts = DateComponents(
            year: day.year, month: day.month, day: day.day, hour: numbers[0], minute: numbers[1], second: numbers[2])
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar.date(from: parts).map(TimestampText.text)
    }

    /// The day of a `DateTime`; nil when it is none.
    static func day(_ text: String?) -> CalendarDate? {
        text.flatMap { $0.split { "T ".contains($0) }.first }.flatMap { PupilFieldReading.calendarDate(String($0)) }
    }
}
