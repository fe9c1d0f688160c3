public import Assessment

/// Everything that a school has of one or several assessments in a year.
public struct YearResults: Sendable {
    /// The columns of one assessment, those of all its year groups together.
    public struct Columns: Sendable {
        public let kind: AssessmentKind
        public let columns: [Column]
    }

    /// In the order of the assessments.
    public internal(set) var columns: [Columns] = []
    /// The cohorts in register order, youngest first, each pupil once; then pupils who have results of the year from
    /// elsewhere.
    public internal(set) var pupils: [PupilResults] = []

    /// The columns of an assessment; none when it was not asked for or not held.
    public func columns(of kind: AssessmentKind) -> [Column] {
        columns.first { $0.kind == kind }?.columns ?? []
    }
}
