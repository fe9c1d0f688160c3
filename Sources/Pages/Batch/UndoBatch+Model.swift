/// Asking before a batch is taken back.
///
/// The form is sent to ``SchoolPage/undoBatch(_:)`` with `_csrf`.
public struct UndoBatchModel: Page {
    public var place: SchoolPlace
    public var batch: BatchRow
    /// What would be left alone, when that is known beforehand.
    public var leftAlone: [BatchChange]

    public init(place: SchoolPlace, batch: BatchRow, leftAlone: [BatchChange] = []) {
        self.place = place
        self.batch = batch
        self.leftAlone = leftAlone
    }
}
