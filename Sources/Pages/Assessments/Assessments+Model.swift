public import Assessment

/// The statutory assessments of a year, with how much of each is in.
public struct AssessmentsModel: Page {
    /// The pupils of one year group who take an assessment.
    public struct Cohort: Hashable, Sendable {
        public var yearGroup: YearGroup
        public var pupils: Int
        /// Results that are in, and that are due.
        public var recorded: Int
        public var due: Int

        public init(yearGroup: YearGroup, pupils: Int, recorded: Int, due: Int) {
            self.yearGroup = yearGroup
            self.pupils = pupils
            self.recorded = recorded
            self.due = due
        }
    }

    /// One assessment.
    public struct Item: Hashable, Sendable {
        public var kind: AssessmentKind
        /// Whose it is; empty in a year in which it was not held.
        public var cohorts: [Cohort]
        /// What is unlike other years, or why it was not held; nil when there is nothing to say.
        public var note: String?
        /// The last change in words, `21 November 2026, 09:14`; nil when there was none.
        public var lastChange: String?

        public init(kind: AssessmentKind, cohorts: [Cohort], note: String? = nil, lastChange: String? = nil) {
            self.kind = kind
            self.cohorts = cohorts
            self.note = note
            self.lastChange = lastChange
        }
    }

    public var place: SchoolPlace
    public var items: [Item]
    /// Whether the visitor may bring files in.
    public var canImport: Bool

    public init(place: SchoolPlace, items: [Item], canImport: Bool) {
        self.place = place
        self.items = items
        self.canImport = canImport
    }
}
