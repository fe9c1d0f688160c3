import Assessment
import Foundation
import Storage

/// What a school has said about the numbers of a supplier's test records in a year.
enum RememberedReadings {
    static func read(_ session: any SQLSession, school: Int64, supplier: String, year: SchoolYear) throws
        -> [String: NumberReading]
    {
        guard let json = try SettingStore(session).supplierChoice(school: school, supplier: supplier, year: year) else {
            return [:]
        }
        guard let readings = try? JSONDecoder().decode([String: NumberReading].self, from: Data(json.utf8)) else {
            throw StorageError.unreadable(field: "reading of a supplier’s numbers", text: json)
        }
        return readings
    }

    static func write(
        _ readings: [String: NumberReading], _ session: any SQLSession, school: Int64, supplier: String,
        year: SchoolYear
    ) throws {
        let all = try read(session, school: school, supplier: supplier, year: year).merging(readings) { $1 }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try SettingStore(session).setSupplierChoice(
            String(decoding: try encoder.encode(all), as: UTF8.self), school: school, supplier: supplier, year: year)
    }
}
