/// One pupil: the facts, and the results of every year.
public struct PupilModel: Page {
    public var place: SchoolPlace
    public var id: Int64
    /// The number an anonymised reader sees in place of the name, from 1.
    public var number: Int
    /// nil for anonymised readers; then ``facts`` hold neither UPN nor date of birth.
    public var name: String?
    /// `Year 6, 6 Kestrel` in this school year; nil when the pupil is in no year group then.
    public var standing: String?
    public var facts: [Fact]
    /// Newest first.
    public var results: [PupilResults]
    public var canEdit: Bool

    public init(
        place: SchoolPlace, id: Int64, number: Int, name: String?, standing: String?, facts: [Fact],
        results: [PupilResults], canEdit: Bool
    ) {
        self.place = place
        self.id = id
        self.number = number
        self.name = name
        self.standing = standing
        self.facts = facts
        self.results = results
        self.canEdit = canEdit
    }
}
