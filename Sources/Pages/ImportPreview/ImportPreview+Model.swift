public import Assessment

/// What a file would change, before it does.
///
/// Three forms are sent to ``SchoolPage/previewChoices(_:)``, both with `_csrf` and `part`:
/// - `part=file`: `year` (the calendar year in which it ends), `assessment` once for each ticked one, `replace-tables`, and for
///   each question of a list `pupil`, `reading` or `heading` the pair `<list>-<n>-key` and `<list>-<n>`; `people` is the page of
///   pupils to ask about next;
/// - `part=items`: `shown` with the key of every tick on this page of the preview, and `take` with those that are on. The
///   same form goes to ``SchoolPage/applyUpload(_:)`` with its main button;
/// - `part=conflicts`: `conflicts`, which is `take` or `leave`, for all that can be taken.
public struct ImportPreviewModel: Page {
    public var place: SchoolPlace
    public var uploadID: Int64
    public var query: PreviewQuery
    public var fileName: String
    /// `Common Transfer File`
    public var kindTitle: String
    /// What the file says of itself: school, date, supplier, encoding, SHA-256.
    public var facts: [Fact]
    public var warnings: [String]
    /// Why the file cannot be taken at all; nil when it can.
    public var refusal: String?
    /// The school year the results are for, when the file does not say so itself.
    public var year: SchoolYear?
    /// The years to choose from; empty when the file says its year.
    public var years: [SchoolYear]
    public var assessments: [PreviewAssessment]
    public var pupilQuestions: PreviewPupils
    public var readingQuestions: [PreviewQuestion]
    public var headings: [PreviewQuestion]
    /// Whether the file brings conversion tables of which some are there already, and whether they are to be replaced;
    /// nil when the question does not arise.
    public var replacesTables: Bool?
    /// How many things there are of each status in the whole file.
    public var counts: [PreviewStatus: Int]
    /// Whose the lines of the file are; empty when all are this school's.
    public var schools: [PreviewSchool]
    /// nil when there is nothing to decide for all.
    public var conflicts: PreviewConflicts?
    /// Subjects or assessments to filter by: value and title.
    public var subjects: [PreviewQuestion.Answer]
    /// The things of this page of the preview, grouped by status.
    public var items: [PreviewItem]
    public var pageCount: Int
    /// How many changes (results, facts about pupils) the main button would take.
    public var takes: Int
    public var errors: [FieldError]

    public init(
        place: SchoolPlace, uploadID: Int64, query: PreviewQuery = PreviewQuery(), fileName: String, kindTitle: String,
        facts: [Fact], warnings: [String] = [], refusal: String? = nil, year: SchoolYear? = nil,
        years: [SchoolYear] = [], assessments: [PreviewAssessment] = [],
        pupilQuestions: PreviewPupils = PreviewPupils(),
        readingQuestions: [PreviewQuestion] = [], headings: [PreviewQuestion] = [], replacesTables: Bool? = nil,
        counts: [PreviewStatus: Int], schools: [PreviewSchool] = [], conflicts: PreviewConflicts? = nil,
        subjects: [PreviewQuestion.Answer] = [], items: [PreviewItem], pageCount: Int = 1,
        takes: Int, errors: [FieldError] = []
    ) {
        self.place = place
        self.uploadID = uploadID
        self.query = query
        self.fileName = fileName
        self.kindTitle = kindTitle
        self.facts = facts
        self.warnings = warnings
        self.refusal = refusal
        self.year = year
        self.years = years
        self.assessments = assessments
        self.pupilQuestions = pupilQuestions
        self.readingQuestions = readingQuestions
        self.headings = headings
        self.replacesTables = replacesTables
        self.counts = counts
        self.schools = schools
        self.conflicts = conflicts
        self.subjects = subjects
        self.items = items
        self.pageCount = pageCount
        self.takes = takes
        self.errors = errors
    }
}
