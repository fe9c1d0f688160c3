public import Assessment

/// A pupil as stored, with the revision that an update must name.
public struct StoredPupil: Sendable, Hashable {
    public var pupil: Pupil
    /// 1 when the pupil was added and one more with every change of details.
    public var revision: Int64

    public init(pupil: Pupil, revision: Int64) {
        self.pupil = pupil
        self.revision = revision
    }
}
