public import Assessment
public import Reports
public import Storage

/// End of Key Stage 2 Outcomes of one school, with what a page needs to show beside the figures.
public struct OutcomesReport: Sendable {
    public let school: School
    public let request: OutcomesRequest
    public let outcomes: KeyStage2Outcomes
    /// The groups that can be asked for.
    public let groups: [PupilGroup]
    /// Whether the reader sees no names and no small groups.
    public let isAnonymised: Bool
    public let stamp: DataStamp
    let cohort: KeyStage2Cohort
    let pupils: [Int64: Pupil]

    /// The name of a pupil behind a figure; nil for an anonymised reader.
    public func name(of pupil: Int64) -> String? { isAnonymised ? nil : pupils[pupil]?.displayName }

    /// One measure for every group, small ones withheld from an anonymised reader.
    public func comparison(_ measure: MeasureID, national: NationalFigures) -> GroupComparison {
        GroupComparison(
            measure, cohort: cohort, national: national, suppression: isAnonymised ? Suppression() : nil)
    }
}
