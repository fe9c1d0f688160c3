/// Adding a pupil by hand, or changing the facts about one.
///
/// The form is sent to its own address with the names of ``PupilField``, `revision` and `_csrf`; on errors the typed text comes back.
public struct PupilFormModel: Page {
    public var place: SchoolPlace
    /// nil when a pupil is added.
    public var pupilID: Int64?
    /// The revision of the details that the form was made from; sent back, so that nobody's change is lost.
    public var revision: Int64?
    /// The pupil's name, for the title; nil when one is added.
    public var name: String?
    /// The text of each field as stored or as typed; absent is empty.
    public var values: [PupilField: String]
    /// Classes there are, as suggestions.
    public var classes: [String]
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, pupilID: Int64? = nil, revision: Int64? = nil, name: String? = nil,
        values: [PupilField: String] = [:], classes: [String] = [], errors: [FieldError] = []
    ) {
        self.place = place
        self.pupilID = pupilID
        self.revision = revision
        self.name = name
        self.values = values
        self.classes = classes
        self.errors = errors
    }
}
