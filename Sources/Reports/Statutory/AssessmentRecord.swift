public import Assessment

/// One pupil of a cohort with their row of one assessment: the raw material of every report about it.
public struct AssessmentRecord: Sendable {
    public var pupil: Pupil
    /// Where the pupil stood in the year of the report; a fact of then, which leaving does not change.
    public var place: CohortPlace
    public var row: any AssessmentRow

    public init(pupil: Pupil, place: CohortPlace, row: any AssessmentRow) {
        self.pupil = pupil
        self.place = place
        self.row = row
    }
}
