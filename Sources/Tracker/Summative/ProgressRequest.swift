public import Assessment
public import Reports

/// Which progress between two terms is asked for.
public struct ProgressRequest: Sendable, Hashable {
    public var year: SchoolYear
    /// Where its pupils are in that year; nil for all year groups.
    public var yearGroup: YearGroup?
    public var from: TermPoint
    public var to: TermPoint
    public var group: GroupSelection

    /// - Parameters:
    ///   - from: nil for Autumn 1 of the year.
    ///   - to: nil for Summer 2 of the year.
    public init(
        year: SchoolYear, yearGroup: YearGroup? = nil, from: TermPoint? = nil, to: TermPoint? = nil,
        group: GroupSelection = .all
    ) {
        self.year = year
        self.yearGroup = yearGroup
        self.from = from ?? TermPoint(year: year, term: .autumn1)
        self.to = to ?? TermPoint(year: year, term: .summer2)
        self.group = group
    }
}
