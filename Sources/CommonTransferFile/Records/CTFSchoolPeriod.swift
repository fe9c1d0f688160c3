/// A pupil's time at one school. Dates are `YYYY-MM-DD` as they came.
public struct CTFSchoolPeriod: Sendable, Hashable {
    public var school: CTFSchool
    public var entry: String?
    /// Nil for the current school.
    public var leaving: String?
    /// A code such as `PM`.
    public var reason: String?

    public init(school: CTFSchool, entry: String? = nil, leaving: String? = nil, reason: String? = nil) {
        self.school = school
        self.entry = entry
        self.leaving = leaving
        self.reason = reason
    }
}
