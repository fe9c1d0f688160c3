public import Assessment
import Spreadsheets

extension Tracker {
    /// Loads the tables of a CSV file or workbook, checked; all of them or none.
    ///
    /// - Returns: the tests whose tables were loaded.
    /// - Throws: ``TrackerError/file(_:)``, ``TrackerError/table(_:)``, ``TrackerError/tableExists(_:)``.
    public func loadTables(fromFile path: String, year: SchoolYear?, replace: Bool, as caller: Caller) async throws
        -> [ConversionTable.Key]
    {
        let sheet = try FileReading.sheet(path: path, raggedRows: .refuse)
        var tables: [ConversionTable] = []
        for parsed in try ConversionTableFile.parse(sheet, year: year) {
            tables.append(try ConversionTableFile.check(parsed, reference: reference, origin: sheet.origin))
        }
        try await loadTables(tables, replace: replace, as: caller)
        return tables.map(\.key)
    }
}
