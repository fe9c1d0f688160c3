public import Foundation

/// Times as they are stored: ISO 8601 in UTC with milliseconds, so that text order is time order.
public enum TimestampText {
    /// The text for a time, like `2026-07-07T07:31:02.125Z`.
    ///
    /// By the proleptic Gregorian calendar, years 0 to 9999. Foundation's formatter takes microseconds, and every request needs
    /// some of these texts.
    public static func text(_ date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let (day, time) = milliseconds.quotientAndRemainder(flooringBy: 86_400_000)
        let date = gregorian(daysSince1970: day)
        return String(unsafeUninitializedCapacity: 24) { bytes in
            var end = 0
            func append(_ number: Int, digits: Int, then mark: Character) {
                var rest = number
                for place in (0..<digits).reversed() {
                    bytes[end + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
                bytes[end + digits] = mark.asciiValue ?? 0
                end += digits + 1
            }
            append(date.year, digits: 4, then: "-")
            append(date.month, digits: 2, then: "-")
            append(date.day, digits: 2, then: "T")
            append(time / 3_600_000, digits: 2, then: ":")
            append(time / 60_000 % 60, digits: 2, then: ":")
            append(time / 1000 % 60, digits: 2, then: ".")
            append(time % 1000, digits: 3, then: "Z")
            return end
        }
    }

    /// The time that a stored text stands for; nil when it is not one.
    public static func date(_ text: String) -> Date? { try? style.parse(text) }

    private static var style: Date.ISO8601FormatStyle { Date.ISO8601FormatStyle(includingFractionalSeconds: true) }

    /// The date of a day. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`: years are
    /// counted from March, so that the leap day is the last of one.
    private static func gregorian(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(flooringBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}

extension Int {
    /// Quotient towards the past and a remainder that is never negative.
    fileprivate func quotientAndRemainder(flooringBy divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
