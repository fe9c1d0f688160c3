/// Sheets with End of Key Stage 2 results for parents, one page a pupil.
///
/// The form of the school's words is sent to ``SchoolPage/parentsSheets(_:)`` with `_csrf`, `heading` and `text`.
public struct ParentsSheetsModel: Page {
    public struct Sheet: Hashable, Sendable {
        public var name: String
        public var className: String?
        public var tests: [Line]
        public var teacherAssessments: [Line]

        public init(name: String, className: String?, tests: [Line], teacherAssessments: [Line]) {
            self.name = name
            self.className = className
            self.tests = tests
            self.teacherAssessments = teacherAssessments
        }
    }

    public struct Line: Hashable, Sendable {
        public var subject: String
        public var score: String?
        public var meaning: String
        public var school: String?
        public var national: String?

        public init(subject: String, score: String?, meaning: String, school: String?, national: String?) {
            self.subject = subject
            self.score = score
            self.meaning = meaning
            self.school = school
            self.national = national
        }
    }

    public var place: SchoolPlace
    public var query: ParentsQuery
    public var schoolName: String
    public var textHeading: String
    public var text: String
    public var isDraft: Bool
    public var classes: [String]
    public var sheets: [Sheet]
    /// Whether the visitor may change the school's words.
    public var canEdit: Bool
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, query: ParentsQuery, schoolName: String, textHeading: String, text: String, isDraft: Bool,
        classes: [String], sheets: [Sheet], canEdit: Bool, errors: [FieldError] = []
    ) {
        self.place = place
        self.query = query
        self.schoolName = schoolName
        self.textHeading = textHeading
        self.text = text
        self.isDraft = isDraft
        self.classes = classes
        self.sheets = sheets
        self.canEdit = canEdit
        self.errors = errors
    }
}
