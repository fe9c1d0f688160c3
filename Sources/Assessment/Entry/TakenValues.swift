/// What became of several values that were to be entered together.
public struct TakenValues: Sendable {
    /// The row with everything that could be taken.
    public let row: any AssessmentRow
    /// The canonical value of each column that was taken; nil inside clears.
    public let values: [ColumnID: String?]
    /// Why the others could not be.
    public let problems: [ColumnID: EntryProblem]
}
