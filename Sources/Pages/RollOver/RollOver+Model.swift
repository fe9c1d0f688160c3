public import Assessment

/// Starting a new school year: what becomes of each class, who leaves, who does a year again.
///
/// The form is sent to ``SchoolPage/rollOver`` with `_csrf`, `agreed` (the fingerprint), `class-<n>-key` and `class-<n>` for each
/// class, `stay` for each pupil who stays down, `last-year-group`, `last-day`, and `do`: `look` or `start`.
public struct RollOverModel: Page {
    /// A class of the year that ends, as far as it is one year group.
    public struct ClassLine: Hashable, Sendable {
        /// How the form names it.
        public var key: String
        public var title: String
        /// Pupils who move or finish with it.
        public var pupils: Int
        /// `Year 6`; nil when its pupils leave the school.
        public var newYearGroup: String?
        public var newName: String
        /// The pupils, for choosing who does the year again: those who would move or leave, and those who stay.
        public var members: [Member]

        public init(
            key: String, title: String, pupils: Int, newYearGroup: String?, newName: String, members: [Member]
        ) {
            self.key = key
            self.title = title
            self.pupils = pupils
            self.newYearGroup = newYearGroup
            self.newName = newName
            self.members = members
        }
    }

    public struct Member: Hashable, Sendable {
        public var id: Int64
        public var name: String
        public var staysDown: Bool

        public init(id: Int64, name: String, staysDown: Bool) {
            self.id = id
            self.name = name
            self.staysDown = staysDown
        }
    }

    /// The place is in the year that ends.
    public var place: SchoolPlace
    public var newYear: SchoolYear
    public var classes: [ClassLine]
    public var moving: Int
    public var leaving: Int
    public var stayingDown: Int
    /// Pupils who have a place in the new year already, and pupils who have left.
    public var placed: Int
    public var left: Int
    public var lastYearGroup: YearGroup
    public var lastDay: String
    public var fingerprint: String
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, newYear: SchoolYear, classes: [ClassLine], moving: Int, leaving: Int, stayingDown: Int,
        placed: Int, left: Int, lastYearGroup: YearGroup, lastDay: String, fingerprint: String,
        errors: [FieldError] = []
    ) {
        self.place = place
        self.newYear = newYear
        self.classes = classes
        self.moving = moving
        self.leaving = leaving
        self.stayingDown = stayingDown
        self.placed = placed
        self.left = left
        self.lastYearGroup = lastYearGroup
        self.lastDay = lastDay
        self.fingerprint = fingerprint
        self.errors = errors
    }
}
