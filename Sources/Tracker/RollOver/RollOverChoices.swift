public import Assessment

/// What somebody decided about a new school year; nothing decided means what is proposed.
public struct RollOverChoices: Sendable, Hashable {
    /// The name in the new year of a class of the old one; an empty name is no class.
    public var classes: [RollOverClass.Key: String]
    /// Pupils, by id, who do their year again.
    public var staying: Set<Int64>
    /// The last year group of the school, after which its pupils leave; nil for Year 6, or Year 2 in a school without older ones.
    public var lastYearGroup: YearGroup?
    /// The leavers' last day; nil for the last day of the old school year, 31 August.
    public var lastDay: CalendarDate?

    public init(
        classes: [RollOverClass.Key: String] = [:], staying: Set<Int64> = [], lastYearGroup: YearGroup? = nil,
        lastDay: CalendarDate? = nil
    ) {
        self.classes = classes
        self.staying = staying
        self.lastYearGroup = lastYearGroup
        self.lastDay = lastDay
    }
}
