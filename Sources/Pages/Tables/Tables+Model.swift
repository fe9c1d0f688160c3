/// The conversion tables at hand, and the form that loads one.
///
/// The form is sent to ``SchoolPage/tables`` as multipart form data with `file` or `text`, `year` (for two columns pasted
/// under a subject's heading), `replace` (`1` when ticked) and `_csrf`.
public struct TablesModel: Page {
    public var place: SchoolPlace
    public var tables: [TableSummary]
    /// Whether the visitor may load tables.
    public var canLoad: Bool
    /// What was pasted, kept.
    public var text: String
    /// The year that was typed, kept.
    public var yearText: String
    /// Whether replacing has to be asked for, because a table of this test is there already.
    public var asksToReplace: Bool
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, tables: [TableSummary], canLoad: Bool, text: String = "", yearText: String = "",
        asksToReplace: Bool = false, errors: [FieldError] = []
    ) {
        self.place = place
        self.tables = tables
        self.canLoad = canLoad
        self.text = text
        self.yearText = yearText
        self.asksToReplace = asksToReplace
        self.errors = errors
    }
}
