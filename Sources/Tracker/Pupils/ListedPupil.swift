public import Assessment

/// A pupil in the list of a school year.
public struct ListedPupil: Sendable, Hashable {
    public let pupil: Pupil
    /// nil for a pupil without a place in the year.
    public let place: CohortPlace?
    /// Whether the pupil has left by today.
    public let hasLeft: Bool
}
