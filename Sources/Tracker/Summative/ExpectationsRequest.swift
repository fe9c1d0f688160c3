public import Assessment
public import Reports

/// Which expectations are asked for: of today's Year 6, from the school's own past cohorts.
public struct ExpectationsRequest: Sendable, Hashable {
    /// Of today's Year 6.
    public var year: SchoolYear
    public var start: MatrixSide
    /// Of the end of Key Stage 2.
    public var outcome: MatrixSide
    public var group: GroupSelection

    /// How many years before are looked at.
    static let pastYears = 6

    /// Where pupils started, unless another point is chosen: the end of Year 5, of which a school knows the most cohorts.
    public static let usualStart = MatrixSide(.judgement(.year5, .summer2), .reading)

    /// What became of pupils: a test or a teacher assessment of Key Stage 2.
    public static let outcomes: [MatrixSide] =
        [Subject.reading, .mathematics, .gps].map { MatrixSide(.keyStage2Test, $0) }
        + [Subject.writing, .science].map { MatrixSide(.keyStage2TeacherAssessment, $0) }

    /// - Returns: nil for an outcome that is none of ``outcomes``.
    public init?(
        year: SchoolYear, start: MatrixSide = Self.usualStart,
        outcome: MatrixSide = MatrixSide(.keyStage2Test, .reading), group: GroupSelection = .all
    ) {
        guard Self.outcomes.contains(outcome) else { return nil }
        self.year = year
        self.start = start
        self.outcome = outcome
        self.group = group
    }
}
