public import Assessment

/// What compares: years, classes and groups, as far as it exists.
public struct AnalysisHomeModel: Page {
    /// A comparison that can be opened: a report cut in one way.
    public struct Item: Hashable, Sendable {
        /// `Disadvantaged pupils`
        public var title: String
        /// How many pupils of the cohort are in it.
        public var pupils: Int
        public var query: OutcomesQuery

        public init(title: String, pupils: Int, query: OutcomesQuery) {
            self.title = title
            self.pupils = pupils
            self.query = query
        }
    }

    public var place: SchoolPlace
    /// Groups with at least one pupil; empty when there are no results.
    public var groups: [Item]
    /// Years with results at the end of Key Stage 2, newest first.
    public var years: [SchoolYear]

    public init(place: SchoolPlace, groups: [Item], years: [SchoolYear]) {
        self.place = place
        self.groups = groups
        self.years = years
    }
}
