import Foundation

/// Everything that changes by year and ships with the program: code lists, conversion tables, thresholds, national figures.
///
/// Loaded once by the composition root and handed down; a value, so safe to share between threads.
public struct ReferenceData: Sendable {
    public var codes: CodeLists
    /// Shipped tables and thresholds. Tables that an admin loads are laid over them: ``ConversionTables/adding(_:)``.
    public var tables: ConversionTables
    public var national: NationalFigures

    public init(codes: CodeLists, tables: ConversionTables, national: NationalFigures) {
        self.codes = codes
        self.tables = tables
        self.national = national
    }

    /// Reads the resource files of this target: some 100 kB, a few milliseconds.
    ///
    /// - Throws: ``ShippedDataError`` when a file is missing or broken.
    public static func load() throws -> ReferenceData {
        // Where a bundle has a folder of this name, Foundation on Linux takes it for the bundle's own resource folder.
        let folders = [Bundle.module.resourceURL?.appendingPathComponent("Resources"), Bundle.module.resourceURL]
        guard
            let root = folders.compactMap(\.self).first(where: {
                FileManager.default.fileExists(atPath: $0.appendingPathComponent("codes").path)
            })
        else { throw ShippedDataError.missing("Resources") }
        return try ReferenceData(
            codes: CodeLists(reading: tables(in: root.appendingPathComponent("codes"))),
            tables: ConversionTables(
                reading: tables(in: root.appendingPathComponent("conversions")),
                thresholds: ShippedTable(contentsOf: root.appendingPathComponent("scaled_score_thresholds.csv"))),
            national: NationalFigures(
                reading: ShippedTable(contentsOf: root.appendingPathComponent("national.csv"))))
    }

    private static func tables(in folder: URL) throws -> [ShippedTable] {
        guard
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter({ $0.hasSuffix(".csv") }).sorted(), !names.isEmpty
        else { throw ShippedDataError.missing(folder.lastPathComponent) }
        return try names.map { try ShippedTable(contentsOf: folder.appendingPathComponent($0)) }
    }
}
