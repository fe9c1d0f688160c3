/// The cells of one pupil by column name.
public struct GridRowCells: Sendable, Hashable, Encodable {
    /// A cell with its column's name.
    public struct Entry: Sendable, Hashable {
        /// As in "reading.paper1".
        public var column: String
        public var cell: GridCell

        /// Makes an entry.
        public init(_ column: String, _ cell: GridCell) {
            self.column = column
            self.cell = cell
        }
    }

    /// For all columns of the assessment, shown or not, in no particular order.
    public var entries: [Entry]
    /// What could be filled in now; nil where there is nothing.
    public var offers: [GridOffer]?

    /// Makes a row.
    public init(_ entries: [Entry], offers: [GridOffer] = []) {
        self.entries = entries
        self.offers = offers.isEmpty ? nil : offers
    }

    private enum CodingKeys: CodingKey {
        case cells, offers
    }

    private struct ColumnKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// As `{"cells": {"reading.paper1": {...}, ...}, "offers": [...]}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var cells = container.nestedContainer(keyedBy: ColumnKey.self, forKey: .cells)
        for entry in entries { try cells.encode(entry.cell, forKey: ColumnKey(stringValue: entry.column)) }
        try container.encodeIfPresent(offers, forKey: .offers)
    }
}
