import Reports

extension GridSaved {
    /// The same JSON as by its encoding, written directly: this answer is made with every key that a class types.
    public var json: [UInt8] {
        var json: [UInt8] = []
        json.reserveCapacity(128 + row.entries.count * 160)
        json += "{\"value\":".utf8
        JSONText.append(value, to: &json)
        json += ",\"revision\":\(revision),\"row\":{\"cells\":{".utf8
        var isFirst = true
        for entry in row.entries {
            if !isFirst { json.append(UInt8(ascii: ",")) }
            isFirst = false
            JSONText.append(entry.column, to: &json)
            json.append(UInt8(ascii: ":"))
            entry.cell.write(to: &json)
        }
        json.append(UInt8(ascii: "}"))
        for (index, offer) in (row.offers ?? []).enumerated() {
            json += (index == 0 ? ",\"offers\":[" : ",").utf8
            offer.write(to: &json)
        }
        json +=
            "\(row.offers == nil ? "" : "]")},\"resultsIn\":{\"done\":\(resultsIn.done),\"due\":\(resultsIn.due),\"words\":\"\(resultsIn.words)\"}}"
            .utf8
        return json
    }
}

extension GridOffer {
    fileprivate func write(to json: inout [UInt8]) {
        json += "{\"message\":".utf8
        JSONText.append(message, to: &json)
        json += ",\"changes\":{".utf8
        for (index, (column, value)) in changes.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            JSONText.append(column, to: &json)
            json.append(UInt8(ascii: ":"))
            JSONText.append(value, to: &json)
        }
        json += "}}".utf8
    }
}

extension GridCell {
    fileprivate func write(to json: inout [UInt8]) {
        Self.write("{\"text\":", text, to: &json)
        Self.write(",\"state\":", state.rawValue, to: &json)
        json += ",\"revision\":".utf8
        json += String(revision).utf8
        json += ",\"accepts\":[".utf8
        for (index, code) in accepts.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            JSONText.append(code, to: &json)
        }
        json.append(UInt8(ascii: "]"))
        if let note { Self.write(",\"note\":", note, to: &json) }
        if let author { Self.write(",\"by\":", author, to: &json) }
        if let time { Self.write(",\"at\":", time, to: &json) }
        json.append(UInt8(ascii: "}"))
    }

    private static func write(_ name: StaticString, _ text: String, to json: inout [UInt8]) {
        json.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        JSONText.append(text, to: &json)
    }
}
