import Assessment
import Testing

@Suite struct StandingTests {
    @Test(
        "what each entry of a test makes of the pupil",
        arguments: [
            ([:] as Facts, SubjectStanding.notRecorded),
            (["reading.paper1": "24"], .counted(.below, code: nil, score: ScaledScore(99))),
            (["reading.paper1": "25"], .counted(.expected, code: nil, score: ScaledScore(100))),
            (["reading.paper1": "38"], .counted(.expected, code: nil, score: ScaledScore(109))),
            (["reading.paper1": "39"], .counted(.higher, code: nil, score: ScaledScore(110))),
            (["reading.paper1": "2"], .counted(.below, code: "N", score: nil)),
            (["reading.scaled": "110"], .counted(.higher, code: nil, score: ScaledScore(110))),
            (["reading.total": "25"], .counted(.expected, code: nil, score: ScaledScore(100))),
            (["reading.outcome": "AS"], .counted(.expected, code: "AS", score: nil)),
            (["reading.outcome": "NS"], .counted(.below, code: "NS", score: nil)),
            (
                ["reading.outcome": "AS", "reading.scaled": "99"],
                .counted(.expected, code: nil, score: ScaledScore(99))
            ),
            (
                ["reading.outcome": "CA", "reading.scaled": "101"],
                .counted(.expected, code: nil, score: ScaledScore(101))
            ),
            (["reading.outcome": "CA"], .counted(.expected, code: "CA", score: nil)),
            (["reading.outcome": "CN"], .counted(.below, code: "CN", score: nil)),
            (["reading.ta": "PK6"], .counted(.below, code: "PK6", score: nil)),
            (["reading.paper1": "B", "reading.ta": "PK6"], .counted(.below, code: "B", score: nil)),
            (["reading.ta": "L"], .leftOut(code: "L")),
        ])
    func reading(_ facts: Facts, _ standing: SubjectStanding) throws {
        #expect(try Shipped.row(2026, facts).standing(.reading, specialConsideration: true) == standing)
    }

    @Test("counted codes are in the denominator and not achieved", arguments: ["A", "B", "U", "J", "H", "Q", "N"])
    func counted(_ code: String) throws {
        let row = try Shipped.row(2026, ["mathematics.outcome": code])
        #expect(row.standing(.mathematics, specialConsideration: true) == .counted(.below, code: code, score: nil))
    }

    @Test("a legacy code counts in its year", arguments: ["T", "D"])
    func legacy(_ code: String) throws {
        let row = try Shipped.row(2017, ["mathematics.outcome": code])
        #expect(row.standing(.mathematics, specialConsideration: true) == .counted(.below, code: code, score: nil))
    }

    @Test("a stored code that the year does not know is an entry all the same, so it counts")
    func unknownCode() throws {
        let row = try Shipped.row(2026, ["mathematics.outcome": "T", "writing.ta": "PKG"])
        #expect(row.standing(.mathematics, specialConsideration: true) == .counted(.below, code: "T", score: nil))
        #expect(row.standing(.writing, specialConsideration: true) == .counted(.below, code: "PKG", score: nil))
    }

    @Test("M, L, F and P leave the pupil out", arguments: ["M", "L", "F", "P"])
    func leftOut(_ code: String) throws {
        for facts in [["gps.paper2": code], ["gps.outcome": code]] as [Facts] {
            #expect(try Shipped.row(2026, facts).standing(.gps, specialConsideration: true) == .leftOut(code: code))
        }
    }

    @Test("some papers are not a result, and a total without a table waits")
    func incomplete() throws {
        let some = try Shipped.row(2026, ["mathematics.paper1": "30", "mathematics.paper3": "30"])
        #expect(some.standing(.mathematics, specialConsideration: true) == .incomplete)
        #expect(
            try Shipped.row(2027, ["reading.paper1": "30"]).standing(.reading, specialConsideration: true)
                == .awaitingTable)
    }

    @Test(
        "by thresholds alone a total has a level and no score",
        arguments: [(57, AttainmentLevel.below), (58, .expected), (94, .expected), (95, .higher)])
    func thresholds(_ total: Int, _ level: AttainmentLevel) throws {
        let row = try Shipped.row(2025, ["mathematics.total": "\(total)"])
        let standing = row.standing(.mathematics, specialConsideration: true)
        #expect(standing == .counted(level, code: level == .below ? "NS" : "AS", score: nil))
    }

    @Test(
        "special consideration counts 3 more while it is on",
        arguments: [
            ("97+", AttainmentLevel.expected, AttainmentLevel.below), ("96+", .below, .below),
            ("107+", .higher, .expected),
            ("106+", .expected, .expected), ("100+", .expected, .expected),
        ])
    func specialConsideration(_ score: String, _ on: AttainmentLevel, _ off: AttainmentLevel) throws {
        let row = try Shipped.row(2026, ["reading.scaled": score])
        #expect(
            row.standing(.reading, specialConsideration: true)
                == .counted(on, code: nil, score: ScaledScore(text: score)))
        #expect(row.standing(.reading, specialConsideration: false).level == off)
    }

    @Test(
        "teacher assessments: levels, left out, counted below",
        arguments: [
            ("GDS", SubjectStanding.counted(.higher, code: "GDS", score: nil)),
            ("EXS", .counted(.expected, code: "EXS", score: nil)),
            ("WTS", .counted(.below, code: "WTS", score: nil)), ("PK6", .counted(.below, code: "PK6", score: nil)),
            ("EM", .counted(.below, code: "EM", score: nil)), ("A", .counted(.below, code: "A", score: nil)),
            ("Q", .counted(.below, code: "Q", score: nil)), ("L", .leftOut(code: "L")), ("F", .leftOut(code: "F")),
            ("P", .leftOut(code: "P")),
        ])
    func writing(_ code: String, _ standing: SubjectStanding) throws {
        #expect(try Shipped.row(2026, ["writing.ta": code]).standing(.writing, specialConsideration: true) == standing)
    }

    @Test("until 2018 a teacher assessment is no test result")
    func before2019() throws {
        let row = try Shipped.row(2018, ["reading.ta": "EXS"])
        #expect(row.standing(.reading, specialConsideration: true) == .notRecorded)
    }

    @Test(
        "all three together are the lowest of the three, and only of pupils who count in all three",
        arguments: [
            ("39", "GDS", "94", SubjectStanding.counted(.higher, code: nil, score: nil)),
            ("39", "EXS", "94", .counted(.expected, code: nil, score: nil)),
            ("38", "GDS", "94", .counted(.expected, code: nil, score: nil)),
            ("39", "WTS", "94", .counted(.below, code: nil, score: nil)),
            ("A", "GDS", "94", .counted(.below, code: nil, score: nil)),
            ("L", "GDS", "94", .leftOut(code: "L")), ("39", "", "94", .notRecorded),
            ("39", "", "M", .leftOut(code: "M")),
            ("", "", "", .notRecorded),
        ])
    func together(_ reading: String, _ writing: String, _ mathematics: String, _ standing: SubjectStanding) throws {
        var facts: Facts = [:]
        if !reading.isEmpty { facts["reading.paper1"] = reading }
        if !writing.isEmpty { facts["writing.ta"] = writing }
        if !mathematics.isEmpty {
            facts[Int(mathematics) == nil ? "mathematics.outcome" : "mathematics.total"] = mathematics
        }
        #expect(try Shipped.row(2026, facts).standingInAllThree(specialConsideration: true) == standing)
    }
}
