/// A pupil of one school: who they are and what the groups of a report need to know of them.
///
/// `nil` means "not recorded", which is never the same as "no". Where a pupil stands in a school year is a
/// ``CohortPlace``; leaving is a fact about now and takes nobody out of a past cohort.
public struct Pupil: Sendable, Hashable, Codable, Identifiable {
    public var id: Int64
    public var upn: UPN?
    public var formerUPNs: [UPN]
    public var surname: String
    public var forename: String
    public var preferredSurname: String?
    public var preferredForename: String?
    public var middleNames: String?
    public var dateOfBirth: CalendarDate?
    public var sex: Sex?
    /// A DfE ethnicity code of four letters, such as `WBRI`.
    public var ethnicity: String?
    /// A DfE language code of three letters, such as `ENG`.
    public var firstLanguage: String?
    /// Whether English is an additional language.
    public var isEAL: Bool?
    public var sen: SENProvision?
    /// Eligible for free school meals now.
    public var isFSM: Bool?
    /// Eligible for free school meals at any time in the last six years.
    public var isFSM6: Bool?
    public var isLookedAfter: Bool?
    /// Left care through adoption, special guardianship or a child arrangements order.
    public var wasLookedAfter: Bool?
    public var isServiceChild: Bool?
    public var entryDate: CalendarDate?
    public var leavingDate: CalendarDate?
    /// The school's own groups, by name.
    public var groups: [String]

    public init(
        id: Int64, upn: UPN? = nil, formerUPNs: [UPN] = [], surname: String, forename: String,
        preferredSurname: String? = nil, preferredForename: String? = nil, middleNames: String? = nil,
        dateOfBirth: CalendarDate? = nil, sex: Sex? = nil, ethnicity: String? = nil, firstLanguage: String? = nil,
        isEAL: Bool? = nil, sen: SENProvision? = nil, isFSM: Bool? = nil, isFSM6: Bool? = nil,
        isLookedAfter: Bool? = nil, wasLookedAfter: Bool? = nil, isServiceChild: Bool? = nil,
        entryDate: CalendarDate? = nil, leavingDate: CalendarDate? = nil, groups: [String] = []
    ) {
        self.id = id
        self.upn = upn
        self.formerUPNs = formerUPNs
        self.surname = surname
        self.forename = forename
        self.preferredSurname = preferredSurname
        self.preferredForename = preferredForename
        self.middleNames = middleNames
        self.dateOfBirth = dateOfBirth
        self.sex = sex
        self.ethnicity = ethnicity
        self.firstLanguage = firstLanguage
        self.isEAL = isEAL
        self.sen = sen
        self.isFSM = isFSM
        self.isFSM6 = isFSM6
        self.isLookedAfter = isLookedAfter
        self.wasLookedAfter = wasLookedAfter
        self.isServiceChild = isServiceChild
        self.entryDate = entryDate
        self.leavingDate = leavingDate
        self.groups = groups
    }

    /// `Surname, Forename`, by the preferred names where there are any.
    public var displayName: String {
        "\(preferredSurname ?? surname), \(preferredForename ?? forename)"
    }

    /// Free school meals in the last six years, looked after, or left care (DfE: disadvantaged pupils).
    ///
    /// - Returns: nil when none of these is recorded.
    public var isDisadvantaged: Bool? {
        let facts = [isFSM, isFSM6, isLookedAfter, wasLookedAfter]
        if facts.contains(true) { return true }
        return facts.contains(false) ? false : nil
    }
}
