/// A national figure beside the school's: value, year, basis and release, all of which the page names.
public struct OutcomeNational: Sendable, Hashable {
    /// Percent, 0 to 100, as published.
    public var percent: Double
    /// The calendar year in which its school year ended; may be earlier than the report's.
    public var year: Int
    /// "all schools" or "state-funded schools".
    public var basis: String
    /// "provisional", "revised" or "final".
    public var release: String

    /// Makes a figure.
    public init(percent: Double, year: Int, basis: String, release: String) {
        self.percent = percent
        self.year = year
        self.basis = basis
        self.release = release
    }

    /// Of what and when it is a figure.
    struct Kind: Hashable {
        let year: Int
        let basis: String
        let release: String
    }

    var kind: Kind { Kind(year: year, basis: basis, release: release) }

    /// "62% in 2025 (all schools, revised)", and that it is the last published when the report is of a later year.
    func words(reportYear: Int) -> String {
        let last = year == reportYear ? "" : "; \(reportYear) is not published here, the last is shown"
        return "\(ChartFormat.percent(percent)) in \(year) (\(basis), \(release)\(last))"
    }
}
