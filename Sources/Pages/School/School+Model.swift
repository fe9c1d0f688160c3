/// A school's settings, and the way to users and tables.
///
/// The form is sent to ``SchoolPage/school`` with the names of ``SchoolField`` and `_csrf`.
public struct SchoolModel: Page {
    public var place: SchoolPlace
    /// As stored or as typed.
    public var values: [SchoolField: String]
    /// Whether the visitor may change settings, users and tables.
    public var canEdit: Bool
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, values: [SchoolField: String], canEdit: Bool, errors: [FieldError] = []
    ) {
        self.place = place
        self.values = values
        self.canEdit = canEdit
        self.errors = errors
    }
}
