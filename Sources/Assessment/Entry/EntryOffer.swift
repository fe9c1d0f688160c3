/// Values that would follow by a rule of the assessment, offered to the person who enters; never stored unasked.
public struct EntryOffer: Sendable, Hashable {
    /// What would be done and why, as a button and its explanation say it.
    public let message: String
    /// The values to store, by column; they pass the row's check one after the other in the order of the columns.
    public let changes: [ColumnID: String]

    public init(message: String, changes: [ColumnID: String]) {
        self.message = message
        self.changes = changes
    }
}
