import Foundation

/// How a cell shows its number, as far as it changes what the number means.
enum NumberForm: Hashable, Sendable {
    /// As it is: 38 for 38.0. Fixed decimals too: `38.00` means no more than 38.
    case general
    case date
    case time
    case dateTime
    case percent
    /// At least so many digits: `007`.
    case digits(Int)

    /// The form of one of the formats that every spreadsheet program knows by number (ECMA-376, 18.8.30).
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10: .percent
            case 14...17, 27...31, 36, 50...54, 57, 58: .date
            case 18...21, 32...35, 45...47, 55, 56: .time
            case 22: .dateTime
            default: .general
            }
    }

    /// The form of a format code such as `dd/mm/yyyy`, `0.0%` or `[$-809]d mmmm yyyy;@`.
    init(code: String) {
        let bare = Self.bare(code)
        if bare == "general" || bare == "standard" {
            self = .general
            return
        }
        let hasTime = bare.contains("h") || bare.contains("s")
        // m is the month, unless hours or seconds stand beside it.
        let hasDate = bare.contains("y") || bare.contains("d") || (bare.contains("m") && !hasTime)
        self =
            switch (hasDate, hasTime) {
            case (true, true): .dateTime
            case (true, false): .date
            case (false, true): .time
            case (false, false):
                if bare.contains("%") {
                    .percent
                } else if bare.count > 1, bare.allSatisfy({ $0 == "0" }) {
                    .digits(bare.count)
                } else {
                    .general
                }
            }
    }

    /// The first section in lower case, without quoted words, escapes and brackets (but those of elapsed time count).
    private static func bare(_ code: String) -> String {
        var result = ""
        var isQuoted = false
        var bracket: String?
        var skipsNext = false
        for character in code.lowercased() {
            if skipsNext {
                skipsNext = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let open = bracket {
                if character == "]" {
                    if !open.isEmpty, open.allSatisfy({ "hms".contains($0) }) { result += open }
                    bracket = nil
                } else {
                    bracket = open + String(character)
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": bracket = ""
                case "\\", "_", "*": skipsNext = true
                case ";": return result
                default: result.append(character)
                }
            }
        }
        return result
    }

    /// The number as text: whole numbers without a point, at most 15 digits as programs show, dates as `2014-11-03`.
    ///
    /// - Parameter written: the number as it stands in the file; given back when it is none.
    func text(_ written: String, countsFrom1904: Bool) -> String {
        guard let number = Double(written), number.isFinite else { return written }
        switch self {
        case .general: return Self.plain(number)
        case .percent: return "\(Self.plain(number * 100))%"
        case .digits(let count):
            let text = Self.plain(number.rounded())
            return number >= 0 ? String(repeating: "0", count: max(0, count - text.count)) + text : text
        case .date, .time, .dateTime:
            return SerialDate(number, countsFrom1904: countsFrom1904)?.text(as: self) ?? Self.plain(number)
        }
    }

    private static func plain(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return String(format: "%.15g", number)
    }
}
