public import Assessment

/// The pupils of a school in a year, filtered by what the address says.
public struct PupilsModel: Page {
    /// One pupil in the list.
    public struct Row: Hashable, Sendable {
        public var id: Int64
        /// The number an anonymised reader sees in place of the name, from 1.
        public var number: Int
        /// nil for anonymised readers, as are UPN and date of birth.
        public var name: String?
        public var upn: String?
        public var dateOfBirth: CalendarDate?
        public var yearGroup: YearGroup?
        public var className: String?
        public var sex: Sex?
        /// The day the pupil left; nil for a pupil on roll.
        public var leftOn: CalendarDate?

        public init(
            id: Int64, number: Int, name: String?, upn: String? = nil, dateOfBirth: CalendarDate? = nil,
            yearGroup: YearGroup? = nil, className: String? = nil, sex: Sex? = nil, leftOn: CalendarDate? = nil
        ) {
            self.id = id
            self.number = number
            self.name = name
            self.upn = upn
            self.dateOfBirth = dateOfBirth
            self.yearGroup = yearGroup
            self.className = className
            self.sex = sex
            self.leftOn = leftOn
        }
    }

    public var place: SchoolPlace
    public var query: PupilQuery
    /// The pupils of this page of the list.
    public var rows: [Row]
    /// How many pupils the filter finds on all pages.
    public var total: Int
    public var pageCount: Int
    /// Year groups and classes there are in this year, for the filters.
    public var yearGroups: [YearGroup]
    public var classes: [String]
    /// Whether there is any pupil in this year, whatever the filter.
    public var hasPupils: Bool
    /// Whether the visitor may add and change pupils.
    public var canEdit: Bool
    public var canImport: Bool
    /// The year before, for a visitor who may start this one from it; nil where there is nothing to start from.
    public var startsFrom: SchoolYear?
    /// Whether the visitor may start the year after this one, which has no pupils yet.
    public var startsNext: Bool

    public init(
        place: SchoolPlace, query: PupilQuery, rows: [Row], total: Int, pageCount: Int, yearGroups: [YearGroup],
        classes: [String], hasPupils: Bool, canEdit: Bool, canImport: Bool, startsFrom: SchoolYear? = nil,
        startsNext: Bool = false
    ) {
        self.place = place
        self.query = query
        self.rows = rows
        self.total = total
        self.pageCount = pageCount
        self.yearGroups = yearGroups
        self.classes = classes
        self.hasPupils = hasPupils
        self.canEdit = canEdit
        self.canImport = canImport
        self.startsFrom = startsFrom
        self.startsNext = startsNext
    }
}
