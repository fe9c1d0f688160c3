/// Who is in one of the school's own groups, to be ticked and unticked.
///
/// The form is sent to ``SchoolPage/group(_:)`` with `_csrf`, `new-name`, `shown` for every pupil listed, `member` for every one
/// ticked, and `do`: `save` or `dissolve`. An undo carries `undo`, the batch.
public struct GroupModel: Page {
    public struct Row: Hashable, Sendable {
        public var id: Int64
        public var name: String
        public var standing: String
        public var isMember: Bool
        public var isTicked: Bool

        public init(id: Int64, name: String, standing: String, isMember: Bool, isTicked: Bool) {
            self.id = id
            self.name = name
            self.standing = standing
            self.isMember = isMember
            self.isTicked = isTicked
        }
    }

    public var place: SchoolPlace
    public var query: OwnGroupQuery
    /// The members of the year, and who else fits what was asked for.
    public var rows: [Row]
    /// Whether there is such a group; else it is to be made.
    public var isStored: Bool
    /// Members without a place in the year.
    public var elsewhere: Int
    public var newName: String
    public var choices: GroupRuleChoices
    public var canEdit: Bool
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, query: OwnGroupQuery, rows: [Row], isStored: Bool, elsewhere: Int, newName: String,
        choices: GroupRuleChoices, canEdit: Bool, errors: [FieldError] = []
    ) {
        self.place = place
        self.query = query
        self.rows = rows
        self.isStored = isStored
        self.elsewhere = elsewhere
        self.newName = newName
        self.choices = choices
        self.canEdit = canEdit
        self.errors = errors
    }
}
