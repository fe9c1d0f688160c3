/// Why a conversion table was refused. A place is where in the file, as that kind of file names it: `Line 7`, or `Row 7` of a workbook.
public enum ConversionTableError: Error, Hashable, Sendable {
    case rawOutOfRange(ConversionTable.Key, raw: Int, maximum: Int, place: String)
    case rawTwice(ConversionTable.Key, raw: Int, place: String)
    case rawMissing(ConversionTable.Key, raw: Int, maximum: Int)
    case scoreOutOfRange(ConversionTable.Key, score: Int, scale: ClosedRange<Int>, place: String)
    case noScoreAboveScore(ConversionTable.Key, raw: Int)
    case falls(ConversionTable.Key, raw: Int, from: Int, to: Int)
    case standardNotReached(ConversionTable.Key)
    /// `reason` is a sentence.
    case noTest(ConversionTable.Key, reason: String)
    case contradictsThreshold(ConversionTable.Key, score: Int, table: Int?, known: Int)

    /// What is wrong with the table and where.
    public var message: String {
        switch self {
        case .rawOutOfRange(let key, let raw, let maximum, let place):
            "\(place): \(key) is marked out of \(maximum), so there is no raw mark \(raw). Raw marks must be 0 to \(maximum)."
        case .rawTwice(let key, let raw, let place):
            "\(place): raw mark \(raw) of \(key) stands in the table twice. Each raw mark must stand once."
        case .rawMissing(let key, let raw, let maximum):
            "Raw mark \(raw) of \(key) is missing. The table must give every raw mark from 0 to \(maximum)."
        case .scoreOutOfRange(let key, let score, let scale, let place):
            "\(place): \(score) is not a scaled score of \(key). A scaled score must be \(scale.lowerBound) to \(scale.upperBound), or N."
        case .noScoreAboveScore(let key, let raw):
            "Raw mark \(raw) of \(key) is N although a lower mark has a scaled score. N must stand only at the bottom."
        case .falls(let key, let raw, let from, let to):
            "The table of \(key) falls at raw mark \(raw), from \(from) to \(to). Scaled scores must never fall as marks rise."
        case .standardNotReached(let key):
            "The table of \(key) never reaches 100. It must reach the expected standard."
        case .noTest(let key, let reason):
            "There was no test of \(key). \(reason) Check the year of the table."
        case .contradictsThreshold(let key, let score, let table, let known):
            "The table of \(key) reaches \(score) at \(table.map { "\($0) marks" } ?? "no mark"), but the published threshold is \(known) marks. Check the year, the subject and the file."
        }
    }
}
