public import Assessment

/// What happened to one cell: a page of its own, or the panel beside the grid.
public struct CellHistoryModel: Sendable {
    /// One change.
    public struct Change: Sendable, Hashable {
        /// The value before; nil where there was none.
        public var from: String?
        /// The value after; nil where it was cleared.
        public var to: String?
        /// `14 May 2026, 16:02`.
        public var when: String
        /// `R. Patel (Full Edit)`.
        public var who: String
        /// `typed`, `pasted`, `by file`.
        public var how: String
        /// The Assessment Date that the value carries, in words.
        public var assessedOn: String?
        /// The file that brought it, with its page where the reader may open that.
        public var file: String?
        public var fileAddress: String?

        public init(
            from: String?, to: String?, when: String, who: String, how: String, assessedOn: String?,
            file: String? = nil, fileAddress: String? = nil
        ) {
            self.from = from
            self.to = to
            self.when = when
            self.who = who
            self.how = how
            self.assessedOn = assessedOn
            self.file = file
            self.fileAddress = fileAddress
        }
    }

    public var place: SchoolPlace
    public var kind: AssessmentKind
    /// Whose grid has the cell, where it is another than the one that takes the assessment; nil otherwise.
    public var yearGroup: YearGroup?
    /// `Davies, Siân`
    public var pupil: String
    /// `Reading paper`
    public var column: String
    /// What is stored now; nil for nothing.
    public var current: String?
    /// The revision that a restored value replaces.
    public var revision: Int
    /// Newest first.
    public var changes: [Change]
    public var canRestore: Bool

    public init(
        place: SchoolPlace, kind: AssessmentKind, yearGroup: YearGroup? = nil, pupil: String, column: String,
        current: String?, revision: Int,
        changes: [Change], canRestore: Bool
    ) {
        self.place = place
        self.kind = kind
        self.yearGroup = yearGroup
        self.pupil = pupil
        self.column = column
        self.current = current
        self.revision = revision
        self.changes = changes
        self.canRestore = canRestore
    }
}
