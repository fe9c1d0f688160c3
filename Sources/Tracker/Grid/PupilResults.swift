public import Assessment

/// One pupil's current values of an assessment with everything that is worked out from them.
public struct PupilResults: Sendable {
    public let pupil: Pupil
    public let place: CohortPlace?
    /// By column: stored values and derived ones alike; no entry where there is none.
    public let values: [ColumnID: String]
}
