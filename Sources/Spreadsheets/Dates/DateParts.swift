/// A date as it was written in a file: year, month and day that make a day of the calendar.
public struct DateParts: Sendable, Hashable {
    /// Four digits.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31, and never more than the month has.
    public let day: Int

    /// Reads `2014-11-03` or `03/11/2014` (day first, as written in Britain; `/`, `-` or `.` between).
    ///
    /// Nil for everything else: a year of two digits could be either century, and a month first cannot be told from a day.
    /// A time of `00:00` or `00:00:00` after the date, as spreadsheets add it, is passed over.
    public init?(_ text: String) {
        var text = Substring(Blanks.trimmed(text))
        for midnight in [" 00:00:00", " 00:00", "T00:00:00"] where text.hasSuffix(midnight) {
            text = text.dropLast(midnight.count)
            break
        }
        guard let separator = text.first(where: { !$0.isNumber }), ["-", "/", "."].contains(separator) else {
            return nil
        }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        if parts[0].utf8.count == 4, separator == "-" {
            guard parts[1].utf8.count == 2, parts[2].utf8.count == 2 else { return nil }
            self.init(year: parts[0], month: parts[1], day: parts[2])
        } else {
            guard parts[2].utf8.count == 4, 1...2 ~= parts[1].utf8.count, 1...2 ~= parts[0].utf8.count else {
                return nil
            }
            self.init(year: parts[2], month: parts[1], day: parts[0])
        }
    }

    /// `2014-11-03`.
    public var iso: String {
        func padded(_ number: Int, _ length: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private init?(year: Substring, month: Substring, day: Substring) {
        guard let year = Self.number(year), let month = Self.number(month), let day = Self.number(day),
            year > 0, 1...12 ~= month, 1...Self.days(month: month, year: year) ~= day
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(digits) : nil
    }

    private static func days(month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
