import Markup

/// The scaled scores of one test: how they spread, and who just missed the standard.
public struct OutcomeScores: Sendable, Hashable {
    /// A pupil with 97, 98 or 99.
    public struct NearMiss: Sendable, Hashable {
        /// "Gill, Harleen".
        public var name: String
        /// "98".
        public var score: String
        /// The pupil's page; nil where there is none to show.
        public var address: String?

        /// Makes a near miss.
        public init(name: String, score: String, address: String? = nil) {
            self.name = name
            self.score = score
            self.address = address
        }

        /// The name with its score, on one line.
        func render() -> HTML {
            let words: HTML = address.map { "<a href=\"\(url: $0)\">\(name)</a>" } ?? HTML(text: name)
            return "<span class=\"nowrap\">\(words) \(score)</span>"
        }
    }

    /// The subject.
    public var title: String
    /// How the scores spread; its ranges may be opened.
    public var histogram: ScoreHistogram
    /// Where the pupils of each range are listed, in the order of the ranges; empty where nobody may be named.
    public var rangeAddresses: [String]
    /// How many have 97, 98 or 99 and are below the standard.
    public var nearMissCount: OutcomeFigure
    /// Who they are; empty for a reader who may not know.
    public var nearMisses: [NearMiss]
    /// What marks were converted by: "Marks are converted by the 2026 table.", or why there are no scores.
    public var basis: String
    /// What is said instead of all figures, for a reader who may not see them.
    public var withheld: String?

    /// Makes a section.
    public init(
        title: String, histogram: ScoreHistogram, rangeAddresses: [String] = [], nearMissCount: OutcomeFigure,
        nearMisses: [NearMiss] = [], basis: String, withheld: String? = nil
    ) {
        self.title = title
        self.histogram = histogram
        self.rangeAddresses = rangeAddresses
        self.nearMissCount = nearMissCount
        self.nearMisses = nearMisses
        self.basis = basis
        self.withheld = withheld
    }
}
