import Storage

/// What a snapshot was made from: equal bases, equal snapshots, whatever else changed in the school meanwhile.
struct SnapshotBasis: Sendable, Hashable {
    /// Of what belongs to the whole installation, conversion tables among it.
    let installation: Int64
    let pupils: PupilState
    let results: ResultState
    /// Of the year before, where its results are shown as well.
    let earlier: ResultState
    /// How the school judges; nil for statutory assessments, which do not look at it.
    let summative: SchoolSummative?
}
