import Assessment
import Reports
import Testing

/// A cohort small enough to be counted by hand; the arithmetic stands beside each figure.
@Suite struct WorkedCohortTests {
    /// Twelve pupils of 2026. Reading marks and scores by the 2026 table: 39 -> 110, 38 -> 109, 25 -> 100, 24 -> 99, 2 -> N.
    /// Mathematics totals: 94 -> 110, 56 -> 100, 55 -> 99.
    static let facts: [Facts] = [
        [
            "reading.paper1": "39", "gps.total": "55", "mathematics.total": "94", "writing.ta": "GDS",
            "science.ta": "EXS",
        ],
        [
            "reading.paper1": "38", "gps.total": "54", "mathematics.total": "94", "writing.ta": "GDS",
            "science.ta": "EXS",
        ],
        [
            "reading.paper1": "25", "gps.total": "34", "mathematics.total": "56", "writing.ta": "EXS",
            "science.ta": "EXS",
        ],
        [
            "reading.paper1": "24", "gps.total": "33", "mathematics.total": "56", "writing.ta": "EXS",
            "science.ta": "HNM",
        ],
        [
            "reading.scaled": "97+", "gps.paper1": "A", "mathematics.total": "56", "writing.ta": "EXS",
            "science.ta": "EXS",
        ],
        ["reading.paper1": "2", "gps.total": "2", "mathematics.total": "55", "writing.ta": "WTS", "science.ta": "HNM"],
        [
            "reading.paper1": "B", "reading.ta": "PK6", "gps.outcome": "B", "mathematics.outcome": "B",
            "writing.ta": "PK6",
        ],
        ["reading.outcome": "L", "gps.outcome": "L", "mathematics.outcome": "L", "writing.ta": "L", "science.ta": "L"],
        [
            "reading.outcome": "M", "gps.total": "34", "mathematics.total": "56", "writing.ta": "EXS",
            "science.ta": "EXS",
        ],
        [
            "reading.paper1": "25", "gps.paper1": "30", "mathematics.paper1": "30", "writing.ta": "EXS",
            "science.ta": "EXS",
        ],
        [:],
        [
            "reading.outcome": "AS", "gps.outcome": "NS", "mathematics.total": "94", "writing.ta": "EXS",
            "science.ta": "EXS",
        ],
    ]

    static func outcomes(specialConsideration: Bool = true, excluded: Set<Int64> = []) throws -> KeyStage2Outcomes {
        KeyStage2Outcomes(
            year: 2026, records: try Cohorts.records(facts), tables: Shipped.data.tables,
            specialConsideration: specialConsideration, excluded: excluded)
    }

    @Test func `reading: who counts, who meets, who is out`() throws {
        // given
        let outcomes = try Self.outcomes()
        let reading = try #require(outcomes[.reading])
        // then: 12 pupils less L (8), M (9) and the one not recorded (11) = 9
        #expect(reading.eligible == 9)
        // 1, 2, 3, 10 by marks, 5 by 97+, 12 by AS
        #expect(reading.expected == Share(count: 6, of: 9))
        #expect(reading.higher == Share(count: 1, of: 9))
        // 110, 109, 100, 99, 97 counted 100, 100
        #expect(reading.scores?.sum == 110 + 109 + 100 + 99 + 100 + 100)
        #expect(reading.scores?.pupils == 6)
        #expect(reading.scores?.average == 103)
        #expect(reading.codes == ["N": 1, "B": 1, "L": 1, "M": 1, "AS": 1])
        #expect(reading.leftOut == ["L": 1, "M": 1])
        #expect(reading.notRecorded == 1)
        #expect(reading.incomplete == 0)
        #expect(reading.pupils == 12)
        #expect(outcomes.specialConsideration == .applied)
        #expect(outcomes.cohort == 12)
        #expect(outcomes.notRecorded == 1)
    }

    @Test func `grammar, punctuation and spelling: a pupil with one paper is not yet in`() throws {
        let gps = try #require(try Self.outcomes()[.gps])
        // 12 less L (8), one paper (10), nothing (11) = 9; 1, 2 (54 -> 109), 3 and 9 meet
        #expect(gps.expected == Share(count: 4, of: 9))
        #expect(gps.higher == Share(count: 1, of: 9))
        #expect(gps.incomplete == 1)
        #expect(gps.codes == ["A": 1, "N": 1, "B": 1, "L": 1, "NS": 1])
        #expect(gps.scores?.pupils == 5)
    }

    @Test func `writing and science by code`() throws {
        let outcomes = try Self.outcomes()
        let writing = try #require(outcomes[.writing])
        // 12 less L and the one not recorded
        #expect(writing.expected == Share(count: 8, of: 10))
        #expect(writing.higher == Share(count: 2, of: 10))
        #expect(writing.codes == ["GDS": 2, "EXS": 6, "WTS": 1, "PK6": 1, "L": 1])
        #expect(outcomes.codes(.writing).map(\.code) == ["GDS", "EXS", "WTS", "PK6", "L"])
        #expect(writing.scores == nil)
        let science = try #require(outcomes[.science])
        // 7 has none yet
        #expect(science.expected == Share(count: 7, of: 9))
        #expect(science.higher == nil)
        #expect(science.notRecorded == 2)
    }

    @Test func `combined: only pupils who count in all three`() throws {
        let combined = try #require(try Self.outcomes()[.rwm])
        // out: 8 (L), 9 (M in reading), 10 (one mathematics paper), 11 (nothing); in: 1 to 7 and 12
        #expect(combined.eligible == 8)
        // 1, 2, 3, 5 (by 97+) and 12; 4 has 99 in reading, 6 and 7 are below
        #expect(combined.expected == Share(count: 5, of: 8))
        // only 1: 2 has 109 in reading
        #expect(combined.higher == Share(count: 1, of: 8))
        #expect(combined.leftOut == ["L": 1, "M": 1])
        #expect(combined.incomplete == 1)
        #expect(combined.notRecorded == 1)
    }

    @Test func `without special consideration 97+ is below, in its subject and combined`() throws {
        let outcomes = try Self.outcomes(specialConsideration: false)
        #expect(outcomes[.reading]?.expected == Share(count: 5, of: 9))
        #expect(outcomes[.reading]?.scores?.sum == 110 + 109 + 100 + 99 + 97 + 100)
        #expect(outcomes[.reading]?.scores?.nearMisses == 2)
        #expect(outcomes[.rwm]?.expected == Share(count: 4, of: 8))
        #expect(outcomes.specialConsideration == .off)
    }

    @Test func `near misses are named with their own scores, nearest first`() throws {
        let on = try #require(try Self.outcomes().nearMisses(.reading))
        #expect(on.map(\.id) == [4])
        let off = try #require(try Self.outcomes(specialConsideration: false).nearMisses(.reading))
        #expect(off.map(\.id) == [4, 5])
        #expect(off.map(\.score.description) == ["99", "97+"])
    }

    @Test func `the pupils behind a number, and why others are left out`() throws {
        let behind = try #require(try Self.outcomes().pupils(behind: .expected(.reading)))
        #expect(behind.numerator == [1, 2, 3, 5, 10, 12])
        #expect(behind.denominator == [1, 2, 3, 4, 5, 6, 7, 10, 12])
        #expect(
            behind.leftOut == [
                .init(id: 8, reason: "Left the school (L)"), .init(id: 9, reason: "Missing script or result (M)"),
                .init(id: 11, reason: "Not yet recorded"),
            ])
        let average = try #require(try Self.outcomes().pupils(behind: .averageScaledScore(.reading)))
        #expect(average.numerator == average.denominator)
        #expect(
            average.leftOut.contains(.init(id: 6, reason: "Sat the test with too few marks for a scaled score (N)")))
        let combined = try #require(try Self.outcomes().pupils(behind: .higher(.rwm)))
        #expect(combined.leftOut.contains(.init(id: 10, reason: "A paper is missing")))
    }

    @Test func `a what-if leaves pupils out and says so; the official figures stay`() throws {
        let official = try Self.outcomes()
        let whatIf = try Self.outcomes(excluded: [6, 7])
        #expect(whatIf[.reading]?.expected == Share(count: 6, of: 7))
        #expect(whatIf.cohort == 10)
        #expect(whatIf.excluded == 2)
        #expect(official.excluded == 0)
        #expect(official[.reading]?.expected == Share(count: 6, of: 9))
        let out = try #require(whatIf.pupils(behind: .expected(.reading))).leftOut
        #expect(out.filter { $0.reason.contains("Excluded") }.map(\.id) == [6, 7])
    }

    @Test(arguments: [(2026, "2026"), (2025, "2025 thresholds"), (2027, nil)] as [(Int, String?)])
    func `the report says by what mathematics was converted`(year: Int, basis: String?) throws {
        let outcomes = KeyStage2Outcomes(
            year: year, records: try Cohorts.records([["mathematics.total": "70"]], year: year),
            tables: Shipped.data.tables)
        #expect(outcomes.tables[.mathematics]?.description == basis)
        #expect(outcomes[.mathematics]?.eligible == (basis == nil ? 0 : 1))
        #expect(outcomes[.mathematics]?.awaitingTable == (basis == nil ? 1 : 0))
        #expect(outcomes.specialConsideration == .none)
    }

    @Test func `a cohort of nobody has no percentages and no averages`() throws {
        let outcomes = KeyStage2Outcomes(year: 2026, records: [], tables: Shipped.data.tables)
        #expect(outcomes.cohort == 0)
        for area in KeyStage2Area.allCases {
            #expect(outcomes[area]?.expected.percent == nil)
            #expect(outcomes[area]?.scores?.average == nil)
        }
        #expect(outcomes.json(school: nil).text.contains("\"percent\":null"))
    }
}
