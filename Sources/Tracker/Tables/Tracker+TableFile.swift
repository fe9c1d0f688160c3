public import Assessment
import Spreadsheets
import TextFiles

extension Tracker {
    /// Loads the tables of a CSV file, checked; all of them or none.
    ///
    /// - Returns: the tests whose tables were loaded.
    /// - Throws: ``TrackerError/file(_:)``, ``TrackerError/table(_:)``, ``TrackerError/tableExists(_:)``.
    public func loadTables(fromFile path: String, year: SchoolYear?, replace: Bool, as caller: Caller) async throws
        -> [ConversionTable.Key]
    {
        let sheet = try Self.sheet(path)
        var tables: [ConversionTable] = []
        for parsed in try ConversionTableFile.parse(sheet, year: year) {
            tables.append(try ConversionTableFile.check(parsed, thresholds: reference.tables))
        }
        try await loadTables(tables, replace: replace, as: caller)
        return tables.map(\.key)
    }

    private static func sheet(_ path: String) throws(TrackerError) -> Sheet {
        do throws(SpreadsheetError) { return try Spreadsheet.read(TextInput(path: path)) } catch {
            throw .file(FileProblem(error.message))
        }
    }
}
