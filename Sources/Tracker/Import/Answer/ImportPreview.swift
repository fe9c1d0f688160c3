public import Assessment

/// What a file would do, before anything is stored; or what it did.
public struct ImportPreview: Sendable {
    public var kind: ImportKind
    public var fileName: String
    /// SHA-256 in hexadecimal.
    public var sha256: String
    public var school: DfENumber
    public var source: ImportSource
    /// What should be known before the file is taken, one sentence each.
    public var warnings: [String]
    /// Every value and pupil of the file, in the file's order.
    public var items: ImportItems
    /// How the headings of a CSV are read, in order; empty for a CTF.
    public var headings: [HeadingUse]
    /// The fields that a heading can be given to; empty for a CTF.
    public var fields: [HeadingUse.Field]
    /// Records of each assessment in the file, for the ticks.
    public var assessments: [AssessmentKind: Int]
    /// What must be answered before all numbers can be read.
    public var questions: [ReadingQuestion]
    /// Pupils of the file of whom only a person can say who they are, in the file's order; those answered stay among them.
    public var pupilQuestions: [PupilQuestion] = []
    /// An earlier batch that the same file made and that still stands.
    public var takenBefore: String?
    /// Whose the lines of a results file are, when not all are this school's; all lines of all shares are those of the file.
    public var shares: [SchoolShare]
    /// Why nothing of a file can be taken here although it can be looked at: every line is another school's; nil otherwise.
    public var refusal: String?
    /// What became of each assessment record; nil for a table.
    public var records: RecordAccount?

    public init(
        kind: ImportKind, fileName: String, sha256: String, school: DfENumber, source: ImportSource,
        warnings: [String] = [], items: ImportItems = ImportItems(), headings: [HeadingUse] = [],
        fields: [HeadingUse.Field] = [], assessments: [AssessmentKind: Int] = [:],
        questions: [ReadingQuestion] = [], takenBefore: String? = nil, shares: [SchoolShare] = [],
        refusal: String? = nil
    ) {
        self.kind = kind
        self.fileName = fileName
        self.sha256 = sha256
        self.school = school
        self.source = source
        self.warnings = warnings
        self.items = items
        self.headings = headings
        self.fields = fields
        self.assessments = assessments
        self.questions = questions
        self.takenBefore = takenBefore
        self.shares = shares
        self.refusal = refusal
    }

    /// How many items have which status; 0 where there is none.
    public func count(_ status: ImportStatus) -> Int { items.count(status) }

    /// Whether everything in the file can be taken.
    public var isComplete: Bool { !ImportStatus.allCases.contains { $0.leavesOut && count($0) > 0 } }
}
