import Assessment
import Storage

extension ImportPreview {
    /// Writes the JSON of an import, in pieces of some 64 kB, so that its size costs no memory.
    ///
    /// - Parameters:
    ///   - batch: the batch that was made; nil for none.
    ///   - applied: whether the file was applied.
    ///   - sink: takes one piece after the other.
    public func writeJSON(batch: Int64? = nil, applied: Bool = false, to sink: ([UInt8]) throws -> Void) rethrows {
        var json = JSONBytes()
        json.raw("{\"kind\":")
        json.string(kind.rawValue)
        json.raw(",\"file\":")
        json.string(fileName)
        json.raw(",\"sha256\":")
        json.string(sha256)
        json.raw(",\"school\":")
        json.string(school.description)
        json.raw(",\"year\":")
        json.optionalNumber(source.year?.endYear)
        json.raw(",\"batch\":")
        json.optionalNumber(batch)
        json.raw(",\"applied\":")
        json.flag(applied)
        json.raw(",\"counts\":{")
        for (index, status) in ImportStatus.allCases.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(status.rawValue)
            json.raw(":")
            json.number(count(status))
        }
        json.raw("}")
        if let records {
            json.raw(",\"records\":{\"total\":")
            json.number(records.total)
            let parts: KeyValuePairs<StaticString, Int> = [
                ",\"listed\":": records.listed, ",\"kept\":": records.kept, ",\"left_out\":": records.leftOut,
                ",\"repeated\":": records.repeated, ",\"of_refused_pupils\":": records.ofRefusedPupils,
            ]
            for (key, count) in parts {
                json.raw(key)
                json.number(count)
            }
            json.raw("}")
        }
        json.raw(",\"schools\":[")
        for (index, share) in shares.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("{\"school\":")
            json.optionalString(share.school?.dfe.description)
            json.raw(",\"title\":")
            json.string(share.title)
            json.raw(",\"lines\":")
            json.number(share.lines)
            json.raw(",\"reason\":")
            json.optionalString(share.reason)
            json.raw("}")
        }
        json.raw("],\"items\":[")
        for (index, item) in items.enumerated() {
            if index > 0 { json.raw(",") }
            Self.write(item, to: &json)
            if json.count > 65_536 { try json.flush(to: sink) }
        }
        json.raw("],\"proposals\":[")
        for (index, question) in pupilQuestions.enumerated() {
            if index > 0 { json.raw(",") }
            question.write(to: &json)
            if json.count > 65_536 { try json.flush(to: sink) }
        }
        json.raw("],\"warnings\":[")
        for (index, warning) in (warnings + questions.map(\.message)).enumerated() {
            if index > 0 { json.raw(",") }
            json.string(warning)
        }
        json.raw("]}")
        try json.flush(to: sink)
    }

    private static func write(_ item: ImportItem, to json: inout JSONBytes) {
        json.raw("{\"status\":")
        json.string(item.status.rawValue)
        json.raw(",\"upn\":")
        json.optionalString(item.upn)
        json.raw(",\"name\":")
        json.string(item.pupilName)
        json.raw(",\"assessment\":")
        json.optionalString(item.assessment?.rawValue)
        json.raw(",\"year\":")
        json.optionalNumber(item.year)
        json.raw(",\"column\":")
        json.optionalString(item.column)
        json.raw(",\"old\":")
        json.optionalString(item.old)
        json.raw(",\"value\":")
        json.optionalString(item.value)
        json.raw(",\"message\":")
        json.optionalString(item.message)
        json.raw(",\"line\":")
        json.number(item.line)
        json.raw("}")
    }
}

extension ImportOutcome {
    /// Writes the JSON of the import that was applied; see ``ImportPreview/writeJSON(batch:applied:to:)``.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) rethrows {
        try preview.writeJSON(batch: batch, applied: true, to: sink)
    }
}
