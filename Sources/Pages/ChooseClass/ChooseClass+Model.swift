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
        /// nil for the whole year group.
        public var className: String?
        public var pupils: Int
        /// Results that are in, and that are due.
        public var recorded: Int
        public var due: Int
        /// Who is in a sitting there now, `J. Bright`; nil when nobody is.
        public var editedBy: String?
        /// The same, subject by subject.
        public var subjects: [SubjectCount]

        public init(
            title: String, className: String?, pupils: Int, recorded: Int, due: Int, editedBy: String? = nil,
            subjects: [SubjectCount] = []
        ) {
            self.title = title
            self.className = className
            self.pupils = pupils
            self.recorded = recorded
            self.due = due
            self.editedBy = editedBy
            self.subjects = subjects
        }
    }

    public var place: SchoolPlace
    public var kind: AssessmentKind
    /// The whole year group first, then its classes.
    public var groups: [Group]
    /// Whether the visitor may bring files in.
    public var canImport: Bool

    public init(place: SchoolPlace, kind: AssessmentKind, groups: [Group], canImport: Bool) {
        self.place = place
        self.kind = kind
        self.groups = groups
        self.canImport = canImport
    }
}
