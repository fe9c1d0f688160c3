import Assessment

/// What became at the end of Key Stage 2 of those who started where today's Year 6 started, from the school's own past
/// cohorts: counts of pupils who were, never a forecast of one who is.
public struct Expectations: Sendable {
    /// One starting point.
    public struct Row: Sendable, Hashable {
        public let start: MatrixCategory
        /// Past pupils who started here, of whom the result is known, by outcome in the order of ``Expectations/outcomes``.
        public let counts: [Int]
        /// Of those past pupils with a result that can be put against the standard, how many met it.
        public let met: Share
        /// Of the same, how many were above it; nothing where the outcome has no higher standard.
        public let higher: Share?
        /// Pupils of today who started here.
        public let now: [Int64]

        /// How many past pupils there are.
        public var past: Int { counts.reduce(0, +) }

        /// Whether so few started here that the row tells more of them than of anybody else.
        public var isFew: Bool { past < Expectations.fewestPupils }

        /// `Of 23 pupils who started here, 17 met the standard.`
        public var inWords: String {
            guard met.of > 0 else { return "No past pupil started here." }
            return
                "Of \(met.of) \(met.of == 1 ? "pupil" : "pupils") who started here, \(met.count) met the standard."
        }
    }

    /// Fewer cohorts than this are too few to say what usually becomes of anybody.
    public static let fewestCohorts = 2
    /// Fewer pupils than this at one starting point are shown with a warning.
    public static let fewestPupils = 5

    public let start: MatrixSide
    public let outcome: MatrixSide
    public let group: GroupSelection
    /// The calendar year of today's cohort.
    public let year: Int
    /// The years whose cohorts have pupils with both results, oldest first.
    public let years: [Int]
    /// The outcomes, the lowest first.
    public let outcomes: [MatrixCategory]
    public let rows: [Row]
    /// Today's pupils of whom no starting point is known.
    public let unplaced: [Int64]
    /// Past pupils without one of the two results.
    public let without: Int

    /// - Parameters:
    ///   - past: the cohorts of Year 6 before, in any order; one without a pupil who has both results counts for nothing.
    ///   - now: today's Year 6.
    ///   - group: of past and present pupils alike.
    public init(
        start: MatrixSide, outcome: MatrixSide, past: [JourneyCohort], now: JourneyCohort, group: GroupSelection = .all
    ) {
        self.start = start
        self.outcome = outcome
        self.group = group
        year = now.year
        let matrices = past.filter { $0.year < now.year }.sorted { $0.year < $1.year }
            .map { ConversionMatrix($0, from: start, to: outcome, group: group) }
        years = matrices.filter { $0.total > 0 }.map(\.year)
        without = matrices.reduce(0) { $0 + $1.without.count }

        let today = now.pupils(in: group)
        let axis = MatrixAxis(start, today, cohort: now)
        var placed: [String: [Int64]] = [:]
        var unplaced: [Int64] = []
        var present: [MatrixCategory] = axis.usual
        for (journey, placement) in zip(today, axis.placements) {
            guard case .category(let category) = placement else {
                unplaced.append(journey.pupil.id)
                continue
            }
            placed[category.id, default: []].append(journey.pupil.id)
            present.append(category)
        }
        self.unplaced = unplaced

        func ordered(_ categories: [MatrixCategory]) -> [MatrixCategory] {
            var seen: Set<String> = []
            // Today's words first, where a school has changed them.
            return categories.filter { seen.insert($0.id).inserted }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        }
        let starts = ordered(present + matrices.flatMap(\.rows))
        let outcomes = ordered(matrices.flatMap(\.columns))
        self.outcomes = outcomes
        let hasHigher = !outcomes.contains { $0.levels == AttainmentLevel.expected ... .higher && $0.rank != nil }
        rows = starts.map { start in
            let counts = outcomes.map { outcome in
                matrices.reduce(0) { $0 + ($1.cell(start.id, outcome.id)?.count ?? 0) }
            }
            func count(_ isIn: (ClosedRange<AttainmentLevel>?) -> Bool) -> Int {
                zip(outcomes, counts).reduce(0) { $0 + (isIn($1.0.levels) ? $1.1 : 0) }
            }
            let all = counts.reduce(0, +)
            let met = count { $0.map { $0.lowerBound >= .expected } ?? false }
            let higher = count { $0.map { $0.lowerBound == .higher } ?? false }
            return Row(
                start: start, counts: counts, met: Share(count: met, of: all),
                higher: hasHigher ? Share(count: higher, of: all) : nil, now: placed[start.id] ?? [])
        }
    }

    /// Whether there are cohorts enough to say anything.
    public var isEnough: Bool { years.count >= Self.fewestCohorts }

    /// Why it says nothing; nil when it does.
    public var tooFew: String? {
        guard !isEnough else { return nil }
        let known =
            years.isEmpty
            ? "No past cohort has"
            : "Only \(years.count == 1 ? "one past cohort has" : "\(years.count) past cohorts have")"
        return
            "\(known) both \(start.title) and \(outcome.title). At least \(Self.fewestCohorts) are needed to say what usually follows."
    }
}
