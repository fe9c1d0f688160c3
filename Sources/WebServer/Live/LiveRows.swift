import Pages

/// Rows as they are now, by the pupil's key, with the count of results that follows.
struct LiveRows: Encodable {
    let rows: [String: GridRowCells]
    let resultsIn: GridProgress
}
