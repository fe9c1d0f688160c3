public import Assessment

/// The statutory assessments of a year, with how much of each is in.
public struct AssessmentsModel: Page {
    /// One assessment that can be opened.
    public struct Item: Hashable, Sendable {
        public var kind: AssessmentKind
        /// How many pupils take it.
        public var pupils: Int
        /// Results that are in, and that are due.
        public var recorded: Int
        public var due: Int
        /// The last change in words, `21 November 2026, 09:14`; nil when there was none.
        public var lastChange: String?

        public init(kind: AssessmentKind, pupils: Int, recorded: Int, due: Int, lastChange: String? = nil) {
            self.kind = kind
            self.pupils = pupils
            self.recorded = recorded
            self.due = due
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
