/// Where a pupil stands in one school year: the year group and class. A fact of that year, which leaving does not change.
public struct CohortPlace: Sendable, Hashable, Codable {
    public var pupilID: Int64
    public var year: SchoolYear
    public var yearGroup: YearGroup
    /// The class's own name, such as `6 Kestrel`; nil when it is not known.
    public var className: String?

    public init(pupilID: Int64, year: SchoolYear, yearGroup: YearGroup, className: String? = nil) {
        self.pupilID = pupilID
        self.year = year
        self.yearGroup = yearGroup
        self.className = className
    }
}
