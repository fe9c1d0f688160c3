/// One national figure as the DfE published it.
public struct NationalFigure: Sendable, Hashable, Codable {
    public enum Basis: String, Sendable, Hashable, Codable {
        case allSchools = "all_schools"
        case stateFunded = "state_funded"

        public var title: String { self == .allSchools ? "all schools" : "state-funded schools" }
    }

    /// The calendar year in which the school year ended.
    public let year: Int
    /// `ks2`, `phonics_y1`, `mtc`, ... as in the shipped file.
    public let assessment: String
    /// `reading`, `rwm`, ...
    public let subject: String
    /// `all`, `girls`, `disadvantaged`, ...
    public let group: String
    /// `pct_expected`, `pct_higher`, `average_scaled_score`, ...
    public let measure: String
    /// Percent (0 to 100), a score or a number of pupils, by the measure.
    public let value: Double
    public let basis: Basis
    /// `provisional`, `revised` or `final`.
    public let release: String

    public init(
        year: Int, assessment: String, subject: String, group: String = "all", measure: String, value: Double,
        basis: Basis, release: String
    ) {
        self.year = year
        self.assessment = assessment
        self.subject = subject
        self.group = group
        self.measure = measure
        self.value = value
        self.basis = basis
        self.release = release
    }
}
