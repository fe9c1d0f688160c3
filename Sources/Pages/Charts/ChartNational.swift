/// A national figure as a chart shows it: always with its year, because it may not be the report's.
public struct ChartNational: Sendable, Hashable {
    /// Percent, 0 to 100.
    public var percent: Double
    /// The calendar year in which its school year ended.
    public var year: Int

    /// Makes a figure.
    public init(percent: Double, year: Int) {
        self.percent = percent
        self.year = year
    }

    /// "75% national 2025"
    var label: String { "\(ChartFormat.percent(percent)) national \(year)" }
}
