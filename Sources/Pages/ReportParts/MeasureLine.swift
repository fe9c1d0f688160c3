/// A measure over three years, as a tile and as a row of a table.
public struct MeasureLine: Sendable, Hashable {
    /// How this year stands to the year before.
    public struct Change: Sendable, Hashable {
        public enum Direction: Sendable, Hashable { case up, down, none }

        public var direction: Direction
        /// By how much, without a sign: "3.2 points"; nothing where it is the same.
        public var amount: String
        /// The year before.
        public var since: Int

        /// Makes a change.
        public init(_ direction: Direction, by amount: String, since: Int) {
            self.direction = direction
            self.amount = amount
            self.since = since
        }

        /// "3.2 points up".
        var words: String {
            switch direction {
            case .up: "\(amount) up"
            case .down: "\(amount) down"
            case .none: "the same"
            }
        }

        /// The sign that says the same as the words.
        var arrow: String {
            switch direction {
            case .up: "▲"
            case .down: "▼"
            case .none: "="
            }
        }
    }

    /// Stable, for the page's own links: "eyfsp.gld".
    public var id: String
    /// "Good level of development".
    public var title: String
    /// Whose measure it is: "Reception · Early Years Foundation Stage Profile"; nil where the page says so.
    public var about: String?
    /// The report of its assessment; nil on that report.
    public var address: String?
    /// The oldest first; the last one is the year of the report.
    public var years: [MeasureYear]
    /// nil where one of the two years has no figure.
    public var change: Change?
    /// "68.3% in 2025 (all schools, provisional)"; nil where none is published.
    public var national: String?
    /// "12.4 points"; nil where there is none.
    public var gap: String?
    /// "One pupil is 1.7 points; by chance alone it could lie between 55% and 79%."; nil where there is no share.
    public var chance: String?
    /// Whether so few pupils are in it that ``chance`` must not be missed.
    public var isSmall: Bool
    /// The highest value that there can be: 100 for a share.
    public var most: Double

    /// Makes a line.
    public init(
        id: String, title: String, about: String? = nil, address: String? = nil, years: [MeasureYear],
        change: Change? = nil, national: String? = nil, gap: String? = nil, chance: String? = nil,
        isSmall: Bool = false, most: Double = 100
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.address = address
        self.years = years
        self.change = change
        self.national = national
        self.gap = gap
        self.chance = chance
        self.isSmall = isSmall
        self.most = most
    }

    /// The year of the report; nil for a line without years.
    var now: MeasureYear? { years.last }

    /// Its drawing.
    var sparkline: Sparkline {
        Sparkline(
            title: title,
            years: years.map { .init(year: $0.year, value: $0.value, words: $0.figure, national: $0.national) },
            most: most)
    }
}
