public import Assessment
public import Reports

/// Which statutory figures are asked for: of a year and the two before, of a group.
public struct StatutoryRequest: Sendable, Hashable {
    public var year: SchoolYear
    public var group: GroupSelection
    /// Whether `97+` counts as 100.
    public var appliesSpecialConsideration: Bool

    public init(year: SchoolYear, group: GroupSelection = .all, appliesSpecialConsideration: Bool = true) {
        self.year = year
        self.group = group
        self.appliesSpecialConsideration = appliesSpecialConsideration
    }

    /// The year of the request and the two before, as calendar years in which school years end.
    var years: ClosedRange<Int> { year.endYear - 2...year.endYear }
}
