public import Assessment

/// One value of a block.
public struct BlockCell: Sendable, Hashable {
    /// A UPN, or the pupil's number in this program.
    public let pupil: String
    public let column: ColumnID
    /// As typed; blank clears.
    public let text: String
    /// The revision that the caller saw, 0 for an empty cell; nil overwrites whatever is there.
    public let revision: Int64?

    public init(pupil: String, column: ColumnID, text: String, revision: Int64?) {
        self.pupil = pupil
        self.column = column
        self.text = text
        self.revision = revision
    }
}
