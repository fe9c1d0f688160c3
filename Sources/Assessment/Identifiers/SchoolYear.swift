/// A school year, named by the calendar year in which it ends: 2026 is 2025/26.
public struct SchoolYear: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let endYear: Int

    /// - Returns: nil outside 2000 to 2100, the years for which a result could exist.
    public init?(endYear: Int) {
        guard (2000...2100).contains(endYear) else { return nil }
        self.endYear = endYear
    }

    /// The school year that begins in a calendar year, whatever number that is; nil for one that is none.
    public static func beginning(in year: Int) -> SchoolYear? {
        // The greatest number of all goes on with the smallest, which is no year either.
        SchoolYear(endYear: year &+ 1)
    }

    /// The school year in which a day falls; it begins on 1 September.
    public static func containing(_ date: CalendarDate) -> SchoolYear? {
        SchoolYear(endYear: date.month >= 9 ? date.year + 1 : date.year)
    }

    /// `2025/26`.
    public var label: String {
        let end = endYear % 100
        return "\(endYear - 1)/\(end < 10 ? "0" : "")\(end)"
    }

    public var description: String { "\(endYear)" }

    /// Whether a day lies between 1 September and 31 August of this school year.
    public func contains(_ date: CalendarDate) -> Bool { Self.containing(date) == self }

    /// The school year before or after by a number of years; nil outside the years that can be.
    public func advanced(by years: Int) -> SchoolYear? { SchoolYear(endYear: endYear + years) }

    public static func < (left: Self, right: Self) -> Bool { left.endYear < right.endYear }
}

extension SchoolYear: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let year = try SchoolYear(endYear: container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "A school year must be the calendar year it ends in, 2000 to 2100.")
        }
        self = year
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(endYear)
    }
}
