public import Assessment

/// One pupil's current values of a year with everything that is worked out from them.
public struct PupilResults: Sendable {
    public let pupil: Pupil
    public let place: CohortPlace?
    /// By assessment and column: stored values and derived ones alike; no entry where there is none.
    public var values: [AssessmentKind: [ColumnID: String]]
}
