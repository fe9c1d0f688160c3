public import Assessment
public import Storage

/// What stands after a value was entered: the cell and everything that follows from it in the pupil's row.
public struct EnteredCell: Sendable {
    public let pupil: Pupil
    /// The value that stands now, as the grid shows it: a judgement in the school's words; nil after clearing.
    public let value: String?
    public let revision: Int64
    public let row: any AssessmentRow
    public let stored: [ColumnID: StoredValue]
    /// Of the pupil's class.
    public let done: Int
    public let due: Int
}
