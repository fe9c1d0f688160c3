/// A period in which a pupil was eligible for free school meals. Dates are `YYYY-MM-DD` as they came.
public struct CTFFreeSchoolMeals: Sendable, Hashable {
    public var start: String?
    /// Nil while the period is open.
    public var end: String?
    /// `ENG`, `NIR`, `SCT`, `WLS`.
    public var country: String?
    /// From version 26: `TFSM` targeted, `EFSM` expanded, `OFSM` other.
    public var category: String?

    public init(start: String? = nil, end: String? = nil, country: String? = nil, category: String? = nil) {
        self.start = start
        self.end = end
        self.country = country
        self.category = category
    }
}
