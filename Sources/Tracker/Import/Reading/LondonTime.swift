import Foundation
import Storage

/// The times that files carry: without a zone, so the clock on the wall in England.
enum LondonTime {
    /// The stored form (UTC) of a CTF's `DateTime`, such as `2026-07-20T09:30:00`; nil when it is none.
    static func timestamp(_ text: String?) -> String? {
        guard let text else { return nil }
        let numbers = text.prefix(19).split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count >= 3 else { return nil }
        var parts = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
        parts.hour = numbers.count > 3 ? numbers[3] : 0
        parts.minute = numbers.count > 4 ? numbers[4] : 0
        parts.second = numbers.count > 5 ? numbers[5] : 0
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar.date(from: parts).map(TimestampText.text)
    }
}
