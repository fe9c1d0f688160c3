/// One pupil of a Common Transfer File, each value as it came, trimmed; nil where the element is absent or empty.
///
/// Dates are text (`YYYY-MM-DD`) because a broken one must be shown, not lost. Address, contacts, telephone, e-mail and attendance are
/// never kept.
public struct CTFPupil: Sendable, Hashable {
    /// The line of the file, from 1, on which the pupil begins; 0 for a pupil not read from a file.
    public var line: Int
    public var upn: String?
    public var surname: String?
    public var forename: String?
    public var dateOfBirth: String?
    /// `F`, `M` or `U`; the element is `Sex`, in files up to version 23 `Gender`.
    public var sex: String?
    /// The section `BasicDetails`; nil in an assessment-only file.
    public var basicDetails: CTFBasicDetails?
    /// Periods of free school meals, in the file's order.
    public var freeSchoolMeals: [CTFFreeSchoolMeals]
    /// Whether the pupil is looked after now; nil when the file does not say.
    public var isLookedAfter: Bool?
    /// Periods of special educational provision, in the file's order.
    public var senHistory: [CTFSENPeriod]
    /// Schools attended, in the file's order.
    public var schoolHistory: [CTFSchoolPeriod]
    public var records: [CTFRecord]

    public init(
        line: Int = 0, upn: String? = nil, surname: String? = nil, forename: String? = nil, dateOfBirth: String? = nil,
        sex: String? = nil, basicDetails: CTFBasicDetails? = nil, freeSchoolMeals: [CTFFreeSchoolMeals] = [],
        isLookedAfter: Bool? = nil, senHistory: [CTFSENPeriod] = [], schoolHistory: [CTFSchoolPeriod] = [],
        records: [CTFRecord] = []
    ) {
        self.line = line
        self.upn = upn
        self.surname = surname
        self.forename = forename
        self.dateOfBirth = dateOfBirth
        self.sex = sex
        self.basicDetails = basicDetails
        self.freeSchoolMeals = freeSchoolMeals
        self.isLookedAfter = isLookedAfter
        self.senHistory = senHistory
        self.schoolHistory = schoolHistory
        self.records = records
    }

    /// True when the file tells more of the pupil than names and results.
    public var hasBasicDetails: Bool { basicDetails != nil }
}
