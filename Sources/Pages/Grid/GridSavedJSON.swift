import Reports

/// The answer to a save that was stored (200): the value as stored, every cell of the pupil's row, what could be filled in now, and
/// how much of what is due is there.
///
/// Written cell by cell and without keeping the row: this answer is made with every key that a class types.
public struct GridSavedJSON {
    private var json: [UInt8] = []
    private var isFirst = true

    /// - Parameters:
    ///   - value: as the grid shows it; empty when it was cleared.
    ///   - revision: what the next change of this cell names.
    public init(value: String, revision: Int) {
        json.reserveCapacity(4096)
        Self.write("{\"value\":", value, to: &json)
        json += ",\"revision\":\(revision),\"row\":{\"cells\":{".utf8
    }

    /// Adds a cell of the pupil's row; each column once.
    public mutating func add(_ column: String, _ cell: GridCell) {
        Self.write(isFirst ? "" : ",", column, to: &json)
        isFirst = false
        Self.write(":{\"text\":", cell.text, to: &json)
        Self.write(",\"state\":", cell.state.rawValue, to: &json)
        json += ",\"revision\":".utf8
        json += String(cell.revision).utf8
        json += ",\"accepts\":[".utf8
        for (index, code) in cell.accepts.enumerated() { Self.write(index == 0 ? "" : ",", code, to: &json) }
        json.append(UInt8(ascii: "]"))
        if let note = cell.note { Self.write(",\"note\":", note, to: &json) }
        if let author = cell.author { Self.write(",\"by\":", author, to: &json) }
        if let time = cell.time { Self.write(",\"at\":", time, to: &json) }
        json.append(UInt8(ascii: "}"))
    }

    /// The whole answer.
    public consuming func finished(offers: [GridOffer], resultsIn: GridProgress) -> [UInt8] {
        json.append(UInt8(ascii: "}"))
        for (index, offer) in offers.enumerated() {
            Self.write(index == 0 ? ",\"offers\":[{\"message\":" : ",{\"message\":", offer.message, to: &json)
            json += ",\"changes\":{".utf8
            for (index, (column, value)) in offer.changes.sorted(by: { $0.key < $1.key }).enumerated() {
                Self.write(index == 0 ? "" : ",", column, to: &json)
                Self.write(":", value, to: &json)
            }
            json += "}}".utf8
        }
        if !offers.isEmpty { json.append(UInt8(ascii: "]")) }
        json += "},\"resultsIn\":{\"done\":\(resultsIn.done),\"due\":\(resultsIn.due)".utf8
        Self.write(",\"words\":", resultsIn.words, to: &json)
        json += "}}".utf8
        return json
    }

    private static func write(_ before: StaticString, _ text: String, to json: inout [UInt8]) {
        json.append(contentsOf: UnsafeBufferPointer(start: before.utf8Start, count: before.utf8CodeUnitCount))
        JSONText.append(text, to: &json)
    }
}
