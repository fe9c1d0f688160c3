import Assessment
import Reports
import Testing

@Suite struct ExpectationsTests {
    private static func pupil(_ start: String?, _ score: String?) -> Journeys.History {
        [
            Journeys.key(.phonics): start.map { ["y1.outcome": $0] } ?? [:],
            Journeys.key(.ks2): score.map { ["reading.scaled": $0] } ?? [:],
        ]
    }

    private static let start = MatrixSide(.phonicsYear1)
    private static let outcome = MatrixSide(.keyStage2Test, .reading)

    private static func report(_ past: [JourneyCohort], now: [Journeys.History]) throws -> Expectations {
        Expectations(start: start, outcome: outcome, past: past, now: try Journeys.cohort(now, year: 2031))
    }

    @Test func `of those who started here so many met the standard, and today's pupils are placed beside them`() throws
    {
        // given
        let past = [
            try Journeys.cohort(
                [
                    Self.pupil("Wa", "104"), Self.pupil("Wa", "112"), Self.pupil("Wa", "99"), Self.pupil("Wt", "95"),
                    Self.pupil("Wt", nil), Self.pupil(nil, "101"),
                ], year: 2030),
            try Journeys.cohort(
                [Self.pupil("Wa", "100"), Self.pupil("Wa", "97"), Self.pupil("Wt", "101")], year: 2029),
            // The cohort of today, and one after it, are no past.
            try Journeys.cohort([Self.pupil("Wa", "120")], year: 2031),
        ]
        // when
        let report = try Self.report(
            past,
            now: [
                Self.pupil("Wa", nil), Self.pupil("Wt", nil), Self.pupil("Wa", nil), Self.pupil(nil, nil),
                Self.pupil("D", nil),
            ])
        // then
        #expect(report.isEnough)
        #expect(report.years == [2029, 2030])
        #expect(report.outcomes.map(\.id) == ["below_100", "100-109", "110+"])
        #expect(report.rows.map(\.start.id) == ["Wt", "Wa", "D"])
        #expect(report.rows.map(\.counts) == [[1, 1, 0], [2, 2, 1], [0, 0, 0]])
        #expect(
            report.rows.map(\.inWords) == [
                "Of 2 pupils who started here, 1 met the standard.",
                "Of 5 pupils who started here, 3 met the standard.",
                "No past pupil started here.",
            ])
        #expect(report.rows.map(\.isFew) == [true, false, true])
        #expect(report.rows.map(\.now) == [[2], [1, 3], [5]])
        #expect(report.rows[1].higher == Share(count: 1, of: 5))
        #expect(report.unplaced == [4])
        #expect(report.without == 2)
        #expect(report.tooFew == nil)
    }

    @Test func `with too few cohorts it says so, and gives no figure in any file`() throws {
        // given
        let one = try Journeys.cohort([Self.pupil("Wa", "104")], year: 2030)
        let nothing = try Journeys.cohort([Self.pupil("Wa", nil)], year: 2029)
        // when
        let report = try Self.report([one, nothing], now: [Self.pupil("Wa", nil)])
        // then
        #expect(!report.isEnough)
        #expect(
            report.tooFew
                == "Only one past cohort has both Phonics, Year 1 and Key Stage 2 test, reading. At least 2 are needed to say what usually follows."
        )
        #expect(report.table().count == 1)
        #expect(report.json(school: nil).text.contains(#""rows":[]"#))
        #expect(report.text(title: "Elmfield").hasSuffix("what usually follows.\n"))
        #expect(try Self.report([], now: []).tooFew?.hasPrefix("No past cohort has both") == true)
    }

    @Test func `every past pupil with both results is in one row, and the rows agree with the matrices`() throws {
        // given
        let first = Journeys.random(70, seed: 31)
        let second = Journeys.random(70, seed: 32)
        let past = [try Journeys.cohort(first, year: 2029), try Journeys.cohort(second, year: 2030)]
        let now = try Journeys.cohort(Journeys.random(50, seed: 33), year: 2031)
        for start in ConversionMatrixTests.sides {
            for subject in [Subject.reading, .mathematics] {
                // when
                let outcome = MatrixSide(.keyStage2Test, subject)
                let report = Expectations(start: start, outcome: outcome, past: past, now: now)
                // then
                let both = (first + second).filter {
                    PlainMatrix.result(start, $0) != nil && PlainMatrix.result(outcome, $0) != nil
                }
                #expect(report.rows.reduce(0) { $0 + $1.past } == both.count)
                #expect(report.without == 140 - both.count)
                for row in report.rows {
                    let here = both.filter { PlainMatrix.result(start, $0) == row.start.id }
                    let met = here.filter { history in
                        PlainMatrix.levels(outcome, PlainMatrix.result(outcome, history) ?? "")?.allSatisfy { $0 > 0 }
                            ?? false
                    }
                    #expect(row.met == Share(count: met.count, of: here.count))
                }
                #expect(report.rows.reduce(0) { $0 + $1.now.count } + report.unplaced.count == 50)
            }
        }
    }
}
