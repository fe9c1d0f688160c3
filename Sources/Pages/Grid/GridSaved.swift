/// The answer to a save that was stored (200): the value as stored, and all that it changed in the pupil's row.
public struct GridSaved: Sendable, Hashable, Encodable {
    /// The value as it is stored, in canonical form ("as" becomes "AS"); empty when it was cleared.
    public var value: String
    /// The revision that the next change of this cell names.
    public var revision: Int
    /// Every cell of the pupil's row.
    public var row: GridRowCells
    /// How much of what is due is there now.
    public var resultsIn: GridProgress

    /// Makes an answer.
    public init(value: String, revision: Int, row: GridRowCells, resultsIn: GridProgress) {
        self.value = value
        self.revision = revision
        self.row = row
        self.resultsIn = resultsIn
    }
}
