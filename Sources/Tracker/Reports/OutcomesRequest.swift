public import Assessment
public import Reports

/// Which End of Key Stage 2 Outcomes are asked for.
public struct OutcomesRequest: Sendable, Hashable {
    public var year: SchoolYear
    public var group: GroupSelection
    /// Whether `97+` counts as 100.
    public var appliesSpecialConsideration: Bool
    /// What-if: pupils left out of a second set of figures; the official set never changes by them.
    public var excluded: Set<Int64>

    public init(
        year: SchoolYear, group: GroupSelection = .all, appliesSpecialConsideration: Bool = true,
        excluded: Set<Int64> = []
    ) {
        self.year = year
        self.group = group
        self.appliesSpecialConsideration = appliesSpecialConsideration
        self.excluded = excluded
    }
}
