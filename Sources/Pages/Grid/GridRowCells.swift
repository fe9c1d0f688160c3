/// The cells of one pupil by column name.
public struct GridRowCells: Sendable, Hashable, Encodable {
    /// Column name ("reading.paper1") to cell, for all columns of the assessment, shown or not.
    public var cells: [String: GridCell]
    /// What could be filled in now; nil where there is nothing.
    public var offers: [GridOffer]?

    /// Makes a row.
    public init(cells: [String: GridCell], offers: [GridOffer] = []) {
        self.cells = cells
        self.offers = offers.isEmpty ? nil : offers
    }
}
