public import Assessment

/// One line of a preview: a value of the file, or a pupil of it, and what becomes of it.
public struct ImportItem: Sendable, Hashable {
    public var status: ImportStatus
    /// The UPN as the file has it; nil when it has none.
    public var upn: String?
    /// `Surname, Forename`, as stored when the pupil is known, else as the file has it; may be empty.
    public var pupilName: String
    /// What choices about the pupil go by: the UPN, or `line 12` for a pupil without one; nil for an item of no pupil.
    public var pupilKey: String?
    /// The pupil of the school that it is about; nil when there is none yet.
    public var pupilID: Int64?
    /// nil for a pupil's details.
    public var assessment: AssessmentKind?
    /// The calendar year in which the school year ends; nil where it has none.
    public var year: Int?
    /// A column such as `writing.ta`, a detail such as `surname` or `class`, `pupil` for the pupil as a whole.
    public var column: String?
    /// What is stored, or follows from what is stored.
    public var old: String?
    /// What would be stored (or the text that can't be).
    public var value: String?
    /// Why, and what to do.
    public var message: String?
    /// The line of the file, from 1; 0 when it has none.
    public var line: Int
    /// Whether a conflict can be taken by naming it in ``ImportChoices/conflicts``.
    public var canTake: Bool
    /// Whether it would be stored, unless it is named in ``ImportChoices/leftOut``.
    public var isOffered: Bool
    /// Whether it is an official value that differs from what is worked out here; the message says how.
    public var differs: Bool

    public init(
        status: ImportStatus, upn: String?, pupilName: String, pupilKey: String?, pupilID: Int64?,
        assessment: AssessmentKind?, year: Int?, column: String?, old: String?, value: String?, message: String?,
        line: Int, canTake: Bool, isOffered: Bool = false,
        differs: Bool = false
    ) {
        self.status = status
        self.upn = upn
        self.pupilName = pupilName
        self.pupilKey = pupilKey
        self.pupilID = pupilID
        self.assessment = assessment
        self.year = year
        self.column = column
        self.old = old
        self.value = value
        self.message = message
        self.line = line
        self.canTake = canTake
        self.isOffered = isOffered
        self.differs = differs
    }

    /// The key for ``ImportChoices/conflicts`` or ``ImportChoices/leftOut``; nil when there is nothing to decide.
    public var cellKey: ImportCellKey? {
        guard canTake || isOffered, let pupilKey, let column else { return nil }
        return ImportCellKey(pupil: pupilKey, year: year ?? ImportCellKey.noYear, column: column)
    }
}
