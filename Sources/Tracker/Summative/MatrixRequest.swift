public import Assessment
public import Reports

/// Which conversion matrix is asked for.
public struct MatrixRequest: Sendable, Hashable {
    public var year: SchoolYear
    /// Where its pupils are in that year.
    public var yearGroup: YearGroup
    public var from: MatrixSide
    public var to: MatrixSide
    public var group: GroupSelection

    public init(
        year: SchoolYear, yearGroup: YearGroup = .year6, from: MatrixSide = MatrixSide(.keyStage1, .reading),
        to: MatrixSide = MatrixSide(.keyStage2Test, .reading), group: GroupSelection = .all
    ) {
        self.year = year
        self.yearGroup = yearGroup
        self.from = from
        self.to = to
        self.group = group
    }
}
