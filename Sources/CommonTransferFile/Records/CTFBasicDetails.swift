/// The section `BasicDetails` of a pupil, as far as it is used; each value as it came, trimmed.
public struct CTFBasicDetails: Sendable, Hashable {
    public var formerUPNs: [String]
    public var preferredSurname: String?
    public var preferredForename: String?
    public var formerSurname: String?
    public var middleNames: String?
    /// `R`, `1` .. `14`, `N1`, `N2`, `E1`, `E2`, `M`, `X` (CBDS).
    public var yearGroup: String?
    /// Four characters, such as `WBRI`.
    public var ethnicity: String?
    public var ethnicitySource: String?
    /// Every language with its type, in the file's order.
    public var languages: [CTFLanguage]
    /// `Y`, `N`, `U` unknown, `R` refused.
    public var serviceChild: String?
    /// `C` current, `M` current main, `S` current subsidiary, `G` guest, `P` previous ...
    public var enrolmentStatus: String?
    /// What a supplier's own element `EnglishAsAdditionalLanguage` says; nil when it is absent or not true or false.
    public var isEAL: Bool?
    /// What this program itself wrote beside the format; nil in a file of another program.
    public var own: CTFOwnDetails?

    public init(
        formerUPNs: [String] = [], preferredSurname: String? = nil, preferredForename: String? = nil,
        formerSurname: String? = nil, middleNames: String? = nil, yearGroup: String? = nil, ethnicity: String? = nil,
        ethnicitySource: String? = nil, languages: [CTFLanguage] = [], serviceChild: String? = nil,
        enrolmentStatus: String? = nil, isEAL: Bool? = nil, own: CTFOwnDetails? = nil
    ) {
        self.formerUPNs = formerUPNs
        self.preferredSurname = preferredSurname
        self.preferredForename = preferredForename
        self.formerSurname = formerSurname
        self.middleNames = middleNames
        self.yearGroup = yearGroup
        self.ethnicity = ethnicity
        self.ethnicitySource = ethnicitySource
        self.languages = languages
        self.serviceChild = serviceChild
        self.enrolmentStatus = enrolmentStatus
        self.isEAL = isEAL
        self.own = own
    }

    /// The code of the first language (type `F`), such as `ENG`.
    public var firstLanguage: String? { languages.first { $0.type == "F" }?.code }
}
