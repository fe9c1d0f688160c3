/// The school's own groups.
public struct GroupsModel: Page {
    public struct Row: Hashable, Sendable {
        public var name: String
        /// Pupils with a place in the year that is shown.
        public var pupils: Int
        /// Pupils of other years: leavers, mostly.
        public var elsewhere: Int

        public init(name: String, pupils: Int, elsewhere: Int) {
            self.name = name
            self.pupils = pupils
            self.elsewhere = elsewhere
        }
    }

    public var place: SchoolPlace
    public var rows: [Row]
    public var choices: GroupRuleChoices
    public var canEdit: Bool

    public init(place: SchoolPlace, rows: [Row], choices: GroupRuleChoices, canEdit: Bool) {
        self.place = place
        self.rows = rows
        self.choices = choices
        self.canEdit = canEdit
    }
}
