public import Assessment

/// Choosing the year group or the class whose assessment is opened.
public struct ChooseClassModel: Page {
    /// How much of one subject is in.
    public struct SubjectCount: Hashable, Sendable {
        public var title: String
        public var recorded: Int
        public var due: Int

        public init(title: String, recorded: Int, due: Int) {
            self.title = title
            self.recorded = recorded
            self.due = due
        }
    }

    /// A year group or a class.
    public struct Group: Hashable, Sendable {
        /// `6 Kestrel`, or `Year 6`.
        public var title: String
        /// Whose grid it opens, where several year groups take the assessment; nil otherwise.
        public var yearGroup: YearGroup?
        /// nil for the whole year group.
        public var className: String?
        public var pupils: Int
        /// Results that are in, and that are due.
        public var recorded: Int
        public var due: Int
        /// The same, subject by subject.
        public var subjects: [SubjectCount]

        public init(
            title: String, yearGroup: YearGroup? = nil, className: String?, pupils: Int, recorded: Int, due: Int,
            subjects: [SubjectCount] = []
        ) {
            self.title = title
            self.yearGroup = yearGroup
            self.className = className
            self.pupils = pupils
            self.recorded = recorded
            self.due = due
            self.subjects = subjects
        }
    }

    public var place: SchoolPlace
    public var kind: AssessmentKind
    /// What is unlike other years; nil when there is nothing to say.
    public var note: String?
    /// Of each year group all first, then its classes.
    public var groups: [Group]
    /// Whether the visitor may bring files in.
    public var canImport: Bool
    /// Whether the visitor may enter judgements of somebody here.
    public var canCopy: Bool

    public init(
        place: SchoolPlace, kind: AssessmentKind, note: String? = nil, groups: [Group], canImport: Bool,
        canCopy: Bool = false
    ) {
        self.place = place
        self.kind = kind
        self.note = note
        self.groups = groups
        self.canImport = canImport
        self.canCopy = canCopy
    }
}
