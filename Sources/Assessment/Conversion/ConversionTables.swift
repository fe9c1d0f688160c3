/// Every conversion table and threshold at hand: the shipped ones, with those that were loaded laid over them.
public struct ConversionTables: Sendable {
    private var tables: [ConversionTable.Key: ConversionTable] = [:]
    private var thresholds: [ConversionTable.Key: Threshold] = [:]
    private var loaded: Set<ConversionTable.Key> = []

    public init(_ tables: [ConversionTable] = [], thresholds: [Threshold] = []) {
        for table in tables { self.tables[table.key] = table }
        for threshold in thresholds { self.thresholds[threshold.key] = threshold }
    }

    init(reading files: [ShippedTable], thresholds file: ShippedTable) throws(ShippedDataError) {
        var thresholds: [Threshold] = []
        for row in file.rows.indices {
            guard let subject = try Subject(rawValue: file.text("subject", row: row)) else {
                throw .malformed(file: file.name, line: row + 2)
            }
            let key = try ConversionTable.Key(
                year: file.number("year", row: row), keyStage: file.number("key_stage", row: row), subject: subject)
            try thresholds.append(
                Threshold(
                    key: key, maximum: file.number("max_raw", row: row),
                    expected: file.number("first_raw_at_100", row: row),
                    higher: file.optionalNumber("first_raw_at_110", row: row)))
        }
        var scores: [ConversionTable.Key: [Int?]] = [:]
        for file in files {
            for row in file.rows.indices {
                guard let subject = try Subject(rawValue: file.text("subject", row: row)) else {
                    throw .malformed(file: file.name, line: row + 2)
                }
                let key = try ConversionTable.Key(
                    year: file.number("year", row: row), keyStage: file.number("key_stage", row: row), subject: subject)
                guard try file.number("raw_score", row: row) == scores[key, default: []].count else {
                    throw .malformed(file: file.name, line: row + 2)
                }
                let text = try file.text("scaled_score", row: row)
                guard text == "N" || Int(text) != nil else { throw .malformed(file: file.name, line: row + 2) }
                scores[key, default: []].append(Int(text))
            }
        }
        self.init(scores.map { ConversionTable(key: $0, scores: $1) }, thresholds: thresholds)
    }

    /// These with tables that an admin has loaded; each replaces the shipped one of its test.
    public func adding(_ more: [ConversionTable]) -> ConversionTables {
        var all = self
        for table in more {
            all.tables[table.key] = table
            all.loaded.insert(table.key)
        }
        return all
    }

    public func table(_ key: ConversionTable.Key) -> ConversionTable? { tables[key] }
    public func threshold(_ key: ConversionTable.Key) -> Threshold? { thresholds[key] }
    /// Whether the table of this test was loaded, not shipped.
    public func isLoaded(_ key: ConversionTable.Key) -> Bool { loaded.contains(key) }

    /// Every test of which a table or a threshold is known, in order.
    public var keys: [ConversionTable.Key] {
        Set(tables.keys).union(thresholds.keys).sorted()
    }

    /// What a raw total is worth, by what is known of its year.
    public enum Reading: Sendable, Hashable {
        case score(Int)
        /// Sat the test with too few marks for a scaled score (N).
        case noScore
        /// Only thresholds are known: met the expected (and the higher) standard or not, and no scaled score.
        case byThreshold(expected: Bool, higher: Bool)
        /// Nothing is known of this test yet.
        case noTable
    }

    /// Looks a raw total up; never computes or interpolates.
    ///
    /// - Parameter raw: 0 to the maximum of the test; other values read as ``Reading/noTable``.
    public func read(raw: Int, _ key: ConversionTable.Key) -> Reading {
        if let table = tables[key] {
            switch table.result(forRaw: raw) {
            case .score(let score): return .score(score)
            case .noScore: return .noScore
            case .outOfRange: return .noTable
            }
        }
        guard let threshold = thresholds[key], (0...threshold.maximum).contains(raw) else { return .noTable }
        return .byThreshold(
            expected: raw >= threshold.expected, higher: threshold.higher.map { raw >= $0 } ?? false)
    }
}
