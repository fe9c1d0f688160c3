/// The 95 % Wilson score interval of a share: how much chance there is in the percentage of a small cohort.
///
/// Source: E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, 1927.
public struct WilsonInterval: Sendable, Hashable {
    /// Percent, 0 to 100.
    public let lower: Double
    /// Percent, 0 to 100.
    public let upper: Double

    /// The 0.975 quantile of the standard normal distribution.
    private static let z = 1.959963984540054

    /// - Returns: nil unless `of` is more than 0 and `count` is 0 to `of`.
    public init?(count: Int, of: Int) {
        guard of > 0, (0...of).contains(count) else { return nil }
        let n = Double(of)
        let p = Double(count) / n
        let square = Self.z * Self.z
        let middle = p + square / (2 * n)
        let reach = Self.z * ((p * (1 - p) + square / (4 * n)) / n).squareRoot()
        let scale = 100 / (1 + square / n)
        // At the ends the formula gives 0 and 100 but for the last binary digit.
        lower = count == 0 ? 0 : (middle - reach) * scale
        upper = count == of ? 100 : (middle + reach) * scale
    }

    /// `62% to 84%`.
    public var inWords: String { "\(DisplayNumber.whole(lower))% to \(DisplayNumber.whole(upper))%" }
}
