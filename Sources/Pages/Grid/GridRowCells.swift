/// The cells of one pupil by column name.
public struct GridRowCells: Sendable, Hashable, Encodable {
    /// Column name ("reading.paper1") to cell, for all columns of the assessment, shown or not.
    public var cells: [String: GridCell]

    /// Makes a row.
    public init(cells: [String: GridCell]) {
        self.cells = cells
    }
}
