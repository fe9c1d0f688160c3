/// A national curriculum year group, coded as the CTF's `NCyearActual`.
public enum YearGroup: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    case early1 = "E1"
    case early2 = "E2"
    case nursery1 = "N1"
    case nursery2 = "N2"
    case reception = "R"
    case year1 = "1"
    case year2 = "2"
    case year3 = "3"
    case year4 = "4"
    case year5 = "5"
    case year6 = "6"
    case year7 = "7"
    case year8 = "8"
    case year9 = "9"
    case year10 = "10"
    case year11 = "11"
    case year12 = "12"
    case year13 = "13"
    case year14 = "14"

    /// Takes the CTF code, `Year 6`, `Y6`, `Yr 6`, `06`, `Reception` or `Rec`, `Nursery 1`, in any case.
    public init?(reading text: String) {
        var folded = trimBlanks(text).lowercased().filter { !$0.isWhitespace }
        for prefix in ["year", "yr", "y"] where folded.hasPrefix(prefix) && folded.count > prefix.count {
            folded = String(folded.dropFirst(prefix.count))
            break
        }
        while folded.count > 1, folded.hasPrefix("0") { folded.removeFirst() }
        switch folded {
        case "r", "rec", "reception", "0": self = .reception
        case "nursery", "nursery2": self = .nursery2
        case "nursery1": self = .nursery1
        default: self.init(rawValue: folded.uppercased())
        }
    }

    /// `Year 6`, `Reception`, `Nursery 2`.
    public var title: String {
        switch self {
        case .early1: "Early years 1"
        case .early2: "Early years 2"
        case .nursery1: "Nursery 1"
        case .nursery2: "Nursery 2"
        case .reception: "Reception"
        default: "Year \(rawValue)"
        }
    }

    /// How old (in completed years) a pupil taught with their age group is on the 31 August before the year: 4 in Reception.
    public var ageAtStart: Int { (Self.allCases.firstIndex(of: self) ?? 0) }

    /// The year group of pupils who are so old on the 31 August before the year; nil before the first and after the last.
    public init?(ageAtStart age: Int) {
        guard Self.allCases.indices.contains(age) else { return nil }
        self = Self.allCases[age]
    }

    public static func < (left: Self, right: Self) -> Bool { left.ageAtStart < right.ageAtStart }

    /// The school year in which a pupil born on a day is in this year group, if taught with their age group.
    public func schoolYear(bornOn date: CalendarDate) -> SchoolYear? {
        guard let birthYear = SchoolYear.containing(date) else { return nil }
        return birthYear.advanced(by: ageAtStart + 1)
    }
}
