import Assessment
import Testing

@Suite struct NationalFigureTests {
    static func figure(_ subject: String, _ measure: String, _ year: Int, group: String = "all") -> NationalFigure? {
        Shipped.data.national.figure(assessment: "ks2", subject: subject, group: group, measure: measure, year: year)
    }

    @Test("figures of a year: all schools go before state-funded ones")
    func ofTheYear() throws {
        let combined = try #require(Self.figure("rwm", "pct_expected", 2025))
        #expect(combined.value == 62)
        #expect(combined.basis == .allSchools)
        #expect(combined.release == "revised")
        let score = try #require(Self.figure("reading", "average_scaled_score", 2025))
        #expect(score.value == 106)
        #expect(score.basis == .stateFunded)
    }

    @Test("a year without a figure gets the last one before it, with its own year")
    func lastBefore() {
        #expect(Self.figure("rwm", "pct_expected", 2026)?.year == 2025)
        #expect(Self.figure("rwm", "pct_expected", 2021)?.year == 2019)
        #expect(Self.figure("rwm", "pct_expected", 2015) == nil)
        #expect(Self.figure("rwm", "no_such_measure", 2025) == nil)
    }

    @Test("a later release goes before an earlier one of the same basis")
    func release() {
        func figure(_ value: Double, _ release: String) -> NationalFigure {
            NationalFigure(
                year: 2026, assessment: "ks2", subject: "rwm", group: "all", measure: "pct_expected", value: value,
                basis: .allSchools, release: release)
        }
        for order in [["provisional", "revised", "final"], ["final", "revised", "provisional"]] {
            let figures = NationalFigures(order.map { figure($0 == "final" ? 3 : 1, $0) })
            #expect(figures.figure(assessment: "ks2", subject: "rwm", measure: "pct_expected", year: 2026)?.value == 3)
        }
    }

    @Test(
        "girls, disadvantaged and SEN groups have their own",
        arguments: ["girls", "disadvantaged", "sen_support", "ethnicity_asian"])
    func groups(_ group: String) {
        #expect(Self.figure("rwm", "pct_expected", 2025, group: group)?.year == 2025)
    }
}
