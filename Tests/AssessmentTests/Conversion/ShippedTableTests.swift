import Assessment
import Testing

@Suite struct ShippedConversionTests {
    /// The seven tables with known values: raw mark and scaled score, as the DfE published them.
    static let known: [(year: Int, subject: Subject, maximum: Int, values: [(Int, Int)], skipped: [Int])] = [
        (2024, .reading, 50, [(27, 100), (26, 99), (40, 110), (39, 109), (50, 120)], [81, 112, 117]),
        (2024, .gps, 70, [(35, 100), (34, 99), (53, 110), (52, 109), (70, 120)], []),
        (2025, .reading, 50, [(3, 80), (4, 80), (28, 100), (27, 99), (40, 110), (50, 120)], [81, 115, 118]),
        (2025, .gps, 70, [(35, 100), (34, 99), (54, 110), (53, 109), (70, 120)], []),
        (
            2026, .reading, 50, [(3, 81), (4, 82), (5, 84), (25, 100), (24, 99), (39, 110), (50, 120)],
            [80, 83, 115, 119]
        ),
        (2026, .gps, 70, [(34, 100), (33, 99), (55, 110), (54, 109), (70, 120)], []),
        (2026, .mathematics, 110, [(56, 100), (59, 100), (55, 99), (94, 110), (93, 109), (100, 113), (110, 120)], []),
    ]

    @Test("known marks give the published scores, and skipped scores are given by no mark")
    func knownValues() throws {
        for (year, subject, maximum, values, skipped) in Self.known {
            let key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
            let table = try #require(Shipped.data.tables.table(key), "\(key)")
            #expect(table.maximum == maximum)
            for (raw, score) in values {
                #expect(table.result(forRaw: raw) == .score(score), "\(key) raw \(raw)")
                #expect(Shipped.data.tables.read(raw: raw, key) == .score(score))
            }
            for score in skipped { #expect(!table.scores.contains(score), "\(key) has no \(score)") }
        }
    }

    @Test(
        "every mark of every table: N at the bottom, then never falling, within the scale, agreeing with the thresholds"
    )
    func everyMark() throws {
        for (year, subject, maximum, _, _) in Self.known {
            let key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
            let table = try #require(Shipped.data.tables.table(key))
            let threshold = try #require(Shipped.data.tables.threshold(key))
            #expect(threshold.maximum == maximum)
            #expect(table.scores[0...2].allSatisfy { $0 == nil }, "\(key): 0, 1 and 2 marks give N")
            var last = 79
            for raw in 3...maximum {
                let score = try #require(table.scores[raw], "\(key) raw \(raw)")
                #expect((80...120).contains(score) && score >= last, "\(key) raw \(raw)")
                #expect((score >= 100) == (raw >= threshold.expected), "\(key) raw \(raw)")
                #expect((score >= 110) == (raw >= (threshold.higher ?? .max)), "\(key) raw \(raw)")
                last = score
            }
            #expect(table.result(forRaw: -1) == .outOfRange)
            #expect(table.result(forRaw: maximum + 1) == .outOfRange)
            #expect(Shipped.data.tables.read(raw: maximum + 1, key) == .noTable)
        }
    }

    @Test("each shipped table passes the check that a loaded one must pass, lines in any order")
    func passTheCheck() throws {
        for (year, subject, maximum, _, _) in Self.known {
            let key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
            let table = try #require(Shipped.data.tables.table(key))
            #expect(ConversionTableCheck.maximum(keyStage: 2, subject: subject) == maximum)
            let rows = table.scores.enumerated().map { (raw: $0.offset, score: $0.element, line: $0.offset + 2) }
            let checked = try ConversionTableCheck.table(
                key, rows: rows.reversed(), maximum: maximum, calendar: Shipped.data.calendar,
                threshold: Shipped.data.tables.threshold(key))
            #expect(checked == table)
        }
    }

    @Test("seven tables ship, and the thresholds of every year in which tests were held")
    func whatShips() {
        let tables = Shipped.data.tables
        #expect(tables.keys.count { tables.table($0) != nil } == 7)
        let years = Set(tables.keys.filter { $0.keyStage == 2 && tables.threshold($0) != nil }.map(\.year))
        #expect(years == Set([2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025, 2026]))
        #expect(tables.keys.allSatisfy { !tables.isLoaded($0) })
    }

    @Test(
        "where only thresholds are known a mark meets the standard or not, and gives no score",
        arguments: [
            (2016, Subject.reading, 21, 34), (2019, .mathematics, 58, 95), (2023, .gps, 36, 55),
            (2025, .mathematics, 58, 95),
        ])
    func thresholdsOnly(_ year: Int, _ subject: Subject, _ expected: Int, _ higher: Int) {
        let key = ConversionTable.Key(year: year, keyStage: 2, subject: subject)
        let tables = Shipped.data.tables
        #expect(tables.table(key) == nil)
        #expect(tables.read(raw: expected - 1, key) == .byThreshold(expected: false, higher: false))
        #expect(tables.read(raw: expected, key) == .byThreshold(expected: true, higher: false))
        #expect(tables.read(raw: higher - 1, key) == .byThreshold(expected: true, higher: false))
        #expect(tables.read(raw: higher, key) == .byThreshold(expected: true, higher: true))
        #expect(tables.read(raw: 0, key) == .byThreshold(expected: false, higher: false))
        #expect(tables.read(raw: -1, key) == .noTable)
        #expect(tables.read(raw: 111, key) == .noTable)
    }

    @Test("nothing is known of a year to come")
    func unknownYear() {
        let key = ConversionTable.Key(year: 2027, keyStage: 2, subject: .reading)
        #expect(Shipped.data.tables.read(raw: 30, key) == .noTable)
    }

    @Test("a loaded table lies over the shipped one and says that it was loaded")
    func loaded() {
        // given
        let key = ConversionTable.Key(year: 2026, keyStage: 2, subject: .reading)
        let other = ConversionTable(key: key, scores: Array(repeating: 100, count: 51))
        // when
        let tables = Shipped.data.tables.adding([other])
        // then
        #expect(tables.read(raw: 3, key) == .score(100))
        #expect(tables.isLoaded(key))
        #expect(Shipped.data.tables.read(raw: 3, key) == .score(81))
    }
}
