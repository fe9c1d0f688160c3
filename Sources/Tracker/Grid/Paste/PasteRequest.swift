public import Assessment

/// A block of text from the clipboard and where it was pasted.
public struct PasteRequest: Sendable, Hashable {
    public let text: String
    /// The key of the selected cell's row: a UPN, or the pupil's number.
    public let pupil: String
    /// The column of the selected cell.
    public let column: ColumnID
    /// The columns shown, left to right.
    public let columns: [ColumnID]
    /// The keys of the rows shown, top to bottom.
    public let pupils: [String]
    /// What a person said to the questions of an earlier plan: question to option.
    public let answers: [String: String]

    public init(
        text: String, pupil: String, column: ColumnID, columns: [ColumnID], pupils: [String],
        answers: [String: String] = [:]
    ) {
        self.text = text
        self.pupil = pupil
        self.column = column
        self.columns = columns
        self.pupils = pupils
        self.answers = answers
    }
}
