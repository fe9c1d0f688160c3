/// A typed value of a table that goes out as a file.
public enum TableCell: Sendable, Hashable {
    case empty
    case text(String)
    case integer(Int)
    /// A number with a fixed count of decimals; it must be finite. A sheet shows one with more than three to one (``shown``) and keeps it whole.
    case decimal(Double, places: Int)
    /// Per cent: 61.5 is 61.5%.
    case percent(Double, places: Int)
    case date(DateParts)

    /// A result as it is shown: a whole number as a number, everything else (`97+`, `EXS`) as text, nothing as empty.
    public init(result: String?) {
        guard let result, !result.isEmpty else {
            self = .empty
            return
        }
        // Only what reads back the same is a number: 007 and +3 stay text.
        self = if let number = Int(result), String(number) == result { .integer(number) } else { .text(result) }
    }

    /// A figure of a report: a number with or without decimals as a number, everything else as text, nothing as empty.
    public init(figure: String) {
        if let point = figure.firstIndex(of: "."), let number = Double(figure),
            figure.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
        {
            let places = figure.utf8.distance(from: point, to: figure.endIndex) - 1
            let cell = Self.decimal(number, places: min(places, 9))
            // The text of a longer figure stays whole.
            self = cell.text == figure ? cell : .decimal(number, places: 9)
        } else {
            self.init(result: figure)
        }
    }

    /// What a page shows: `62%` as a percentage, `1,234` and `109` as numbers, everything else as text.
    public init(shown text: String) {
        let digits = text.split(separator: ",", omittingEmptySubsequences: false)
        if text.hasSuffix("%"), case .integer(let number) = TableCell(figure: String(text.dropLast())) {
            self = .percent(Double(number), places: 0)
        } else if text.hasSuffix("%"),
            case .decimal(let number, let places) = TableCell(figure: String(text.dropLast()))
        {
            self = .percent(number, places: places)
        } else if digits.count > 1, let first = digits.first, (1...3).contains(first.utf8.count),
            digits.dropFirst().allSatisfy({ $0.utf8.count == 3 }), let number = Int(digits.joined()), number > 0
        {
            self = .integer(number)
        } else {
            self.init(figure: text)
        }
    }

    /// The same as a sheet shows it: nobody reads 68.518518519, and the cell holds all of it.
    var shown: TableCell {
        if case .decimal(let number, let places) = self, places > 3 { .decimal(number, places: 1) } else { self }
    }

    /// The value as CSV writes it.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number, let places), .percent(let number, let places):
            Self.fixed(number, places: places)
        case .date(let date): date.iso
        }
    }

    /// `61.5`; halves are rounded as the processor does, which is to the even neighbour of what is stored.
    private static func fixed(_ number: Double, places: Int) -> String {
        guard number.isFinite else { return "" }
        let places = min(max(places, 0), 9)
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(number) * scale).rounded(.toNearestOrEven)
        guard scaled < 9e15 else { return String(number) }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let sign = number < 0 && scaled != 0 ? "-" : ""
        guard places > 0 else { return sign + padded }
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
