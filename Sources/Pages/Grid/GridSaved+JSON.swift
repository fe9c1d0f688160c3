extension GridSaved {
    /// The same JSON as by its encoding, written directly.
    public var json: [UInt8] {
        var json = GridSavedJSON(value: value, revision: revision)
        for entry in row.entries { json.add(entry.column, entry.cell) }
        return json.finished(offers: row.offers ?? [], resultsIn: resultsIn)
    }
}
