/// The reports there are.
public struct ReportsHomeModel: Page {
    /// A report of one assessment.
    public struct Item: Sendable, Hashable {
        /// "Phonics screening check".
        public var title: String
        /// What it answers.
        public var text: String
        public var page: SchoolPage
        /// Pupils of the cohorts, and their results: in, and due. All zero when there is nobody, and for a reader who does not
        /// follow how far entry has come.
        public var pupils: Int
        public var recorded: Int
        public var due: Int
        /// What was unlike other years in this one, or why it was not held.
        public var note: String?

        public init(
            title: String, text: String, page: SchoolPage, pupils: Int = 0, recorded: Int = 0, due: Int = 0,
            note: String? = nil
        ) {
            self.title = title
            self.text = text
            self.page = page
            self.pupils = pupils
            self.recorded = recorded
            self.due = due
            self.note = note
        }
    }

    public var place: SchoolPlace
    /// In the order of the pupils' years.
    public var items: [Item]
    /// Whether anything at all is recorded in the year.
    public var hasResults: Bool

    public init(place: SchoolPlace, items: [Item], hasResults: Bool) {
        self.place = place
        self.items = items
        self.hasResults = hasResults
    }
}
