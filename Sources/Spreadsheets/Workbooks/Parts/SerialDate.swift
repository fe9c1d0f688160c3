/// A date and time as workbooks count them: days since the end of 1899, or since 1904, with the time as a fraction.
struct SerialDate {
    private let day: Int
    private let seconds: Int
    private let countsFrom1904: Bool

    /// nil for what no calendar has: before the first day or after the year 9999.
    init?(_ number: Double, countsFrom1904: Bool) {
        guard number >= 0, number < 2_958_466 else { return nil }
        var day = Int(number)
        var seconds = Int(((number - Double(day)) * 86_400).rounded())
        if seconds == 86_400 {
            day += 1
            seconds = 0
        }
        self.day = day
        self.seconds = seconds
        self.countsFrom1904 = countsFrom1904
    }

    /// `2014-11-03`, `09:30:00`, or both; a date and time at midnight is the date.
    func text(as form: NumberForm) -> String {
        switch form {
        case .date: date
        case .time: day == 0 ? time : "\(date) \(time)"
        default: seconds == 0 ? date : "\(date) \(time)"
        }
    }

    private var time: String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    }

    private var date: String {
        // Lotus 1-2-3 took 1900 for a leap year, and every program has counted its 29 February since.
        if !countsFrom1904, day == 60 { return "1900-02-29" }
        let base = countsFrom1904 ? 24_107 : (day < 60 ? 25_568 : 25_569)
        let (year, month, day) = Self.civil(daysSince1970: day - base)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// Howard Hinnant's `civil_from_days`, for the Gregorian calendar.
    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
