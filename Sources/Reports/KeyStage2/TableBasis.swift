/// What a test's raw marks were converted by.
public enum TableBasis: Sendable, Hashable, CustomStringConvertible {
    /// The full table of a calendar year.
    case table(year: Int)
    /// Only the marks for 100 and 110 are known of that year, so there are no scaled scores from marks.
    case thresholds(year: Int)

    /// `2026` or `2026 thresholds`.
    public var description: String {
        switch self {
        case .table(let year): "\(year)"
        case .thresholds(let year): "\(year) thresholds"
        }
    }
}
