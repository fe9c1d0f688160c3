import Foundation

/// Everything that changes by year and ships with the program: code lists, conversion tables, thresholds, national
/// figures, the calendar of the assessments.
///
/// Loaded once by the composition root and handed down; a value, so safe to share between threads.
public struct ReferenceData: Sendable {
    public var codes: CodeLists
    /// Shipped tables and thresholds. Tables that an admin loads are laid over them: ``ConversionTables/adding(_:)``.
    public var tables: ConversionTables
    public var national: NationalFigures
    /// Which assessment was held in which year.
    public var calendar: AssessmentCalendar
    public var phonicsThresholds: PhonicsThresholds

    public init(
        codes: CodeLists, tables: ConversionTables, national: NationalFigures, calendar: AssessmentCalendar,
        phonicsThresholds: PhonicsThresholds
    ) {
        self.codes = codes
        self.tables = tables
        self.national = national
        self.calendar = calendar
        self.phonicsThresholds = phonicsThresholds
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
                reading: ShippedTable(contentsOf: root.appendingPathComponent("national.csv"))),
            calendar: AssessmentCalendar(
                reading: ShippedTable(contentsOf: root.appendingPathComponent("assessment_years.csv"))),
            phonicsThresholds: PhonicsThresholds(
                reading: ShippedTable(contentsOf: root.appendingPathComponent("phonics_thresholds.csv"))))
    }

    private static func tables(in folder: URL) throws -> [ShippedTable] {
        guard
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter({ $0.hasSuffix(".csv") }).sorted(), !names.isEmpty
        else { throw ShippedDataError.missing(folder.lastPathComponent) }
        return try names.map { try ShippedTable(contentsOf: folder.appendingPathComponent($0)) }
    }
}
