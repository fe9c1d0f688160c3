/// What became of past pupils by where they started, beside today's Year 6.
public struct ExpectationsModel: Sendable {
    /// One starting point.
    public struct Row: Sendable, Hashable {
        public var title: String
        /// The starting point in full; nil where the title says all.
        public var meaning: String?
        /// `Of 23 pupils who started here, 17 met the standard.`
        public var words: String
        /// Whether so few started here that it tells little.
        public var isFew: Bool
        /// Past pupils by outcome.
        public var counts: [Int]
        /// Pupils of today who started here.
        public var now: Int
        /// The way to them; nil where there are none.
        public var address: String?

        public init(
            title: String, meaning: String?, words: String, isFew: Bool, counts: [Int], now: Int, address: String?
        ) {
            self.title = title
            self.meaning = meaning
            self.words = words
            self.isFew = isFew
            self.counts = counts
            self.now = now
            self.address = address
        }
    }

    public var year: Int
    public var breadcrumbs: [Breadcrumb]
    public var form: AnalysisForm
    public var bar: ReportBar
    public var start: String
    public var outcome: String
    /// What became of pupils, the lowest first.
    public var outcomes: [String]
    public var rows: [Row]
    /// `The cohorts of 2022, 2023, 2024 and 2025.`
    public var basis: String
    public var notes: [String]
    /// Why nothing is said; nil when it is.
    public var tooFew: String?

    public init(
        year: Int, breadcrumbs: [Breadcrumb], form: AnalysisForm, bar: ReportBar, start: String, outcome: String,
        outcomes: [String], rows: [Row], basis: String, notes: [String], tooFew: String?
    ) {
        self.year = year
        self.breadcrumbs = breadcrumbs
        self.form = form
        self.bar = bar
        self.start = start
        self.outcome = outcome
        self.outcomes = outcomes
        self.rows = rows
        self.basis = basis
        self.notes = notes
        self.tooFew = tooFew
    }
}
