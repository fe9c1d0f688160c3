public import Assessment

/// One pupil of a cohort with what is stored of their End of Key Stage 2: the raw material of every report about it.
public struct KeyStage2Record: Sendable {
    public var pupil: Pupil
    /// Where the pupil stood in the year of the report; a fact of then, which leaving does not change.
    public var place: CohortPlace
    public var row: KeyStage2Row

    public init(pupil: Pupil, place: CohortPlace, row: KeyStage2Row) {
        self.pupil = pupil
        self.place = place
        self.row = row
    }
}
