import Reports
import Testing

@Suite struct NumberTests {
    @Test(
        "whole percentages round half up, worked out from the counts",
        arguments: [
            (43, 58, 74), (1, 2, 50), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 8, 38), (5, 8, 63), (1, 200, 1),
            (1, 201, 0),
            (0, 7, 0), (7, 7, 100), (199, 200, 100), (29, 200, 15), (57, 200, 29), (115, 200, 58), (333, 400, 83),
            (201, 400, 50),
            (203, 400, 51),
        ])
    func wholePercent(_ count: Int, _ of: Int, _ expected: Int) {
        #expect(Share(count: count, of: of).wholePercent == expected)
    }

    @Test("the whole percentage is the half-up of the exact one for every share of up to 200 pupils")
    func everyShare() {
        for of in 1...200 {
            for count in 0...of {
                // the largest whole number not more than the percentage and a half, by counting
                let whole = Share(count: count, of: of).wholePercent ?? -1
                #expect(2 * whole * of <= 200 * count + of && 200 * count + of < 2 * (whole + 1) * of)
            }
        }
    }

    @Test("percentages are unrounded doubles, and words give the count beside them")
    func shares() {
        #expect(Share(count: 43, of: 58).percent == 74.13793103448276)
        #expect(Share(count: 43, of: 58).inWords == "43 of 58 (74%)")
        #expect(Share(count: 0, of: 0).percent == nil)
        #expect(Share(count: 0, of: 0).wholePercent == nil)
        #expect(Share(count: 0, of: 0).inWords == "0 of 0")
    }

    @Test(
        "one pupil in points",
        arguments: [
            (30, "one pupil is 3.3 points"), (8, "one pupil is 12.5 points"), (1, "one pupil is 100.0 points"),
            (16, "one pupil is 6.3 points"),
        ])
    func onePupil(_ of: Int, _ words: String) {
        #expect(Share(count: 0, of: of).onePupilInWords == words)
        #expect(Share(count: 0, of: 0).onePupilInWords == nil)
        #expect(Share(count: 0, of: of).pointsOfOnePupil == 100 / Double(of))
    }

    @Test(
        "doubles round half up by their decimal digits",
        arguments: [
            (0.5, "1", "0.5"), (62.5, "63", "62.5"), (1.0 / 3, "0", "0.3"), (0.15, "0", "0.2"), (0.25, "0", "0.3"),
            (0.45, "0", "0.5"), (1.005, "1", "1.0"), (2.675, "3", "2.7"), (104.25, "104", "104.3"),
            (104.35, "104", "104.4"),
            (99.95, "100", "100.0"), (0.49999999999999994, "0", "0.5"), (-0.5, "0", "-0.5"), (-2.5, "-2", "-2.5"),
            (-2.51, "-3", "-2.5"), (-0.04, "0", "0.0"), (61.0, "61", "61.0"), (0.0, "0", "0.0"), (1e-7, "0", "0.0"),
            (100.0, "100", "100.0"),
        ] as [(Double, String, String)])
    func doubles(_ value: Double, _ whole: String, _ decimal: String) {
        #expect(DisplayNumber.whole(value) == whole)
        #expect(DisplayNumber.oneDecimal(value) == decimal)
    }

    @Test(
        "averages round half up as fractions",
        arguments: [
            (5754, 55, "104.6"), (2085, 20, "104.3"), (1041, 10, "104.1"), (100, 3, "33.3"), (209, 2, "104.5"),
            (1, 20, "0.1"),
        ])
    func averages(_ sum: Int, _ of: Int, _ words: String) {
        #expect(DisplayNumber.average(sum: sum, of: of) == words)
        #expect(DisplayNumber.average(sum: sum, of: 0) == nil)
    }

    @Test(
        "fractions round half up below nought too",
        arguments: [
            (5, 2, 3), (-5, 2, -2), (-7, 2, -3), (-8, 3, -3), (-7, 3, -2), (7, 3, 2), (0, 5, 0), (-1, 2, 0),
            (-4, 2, -2), (3, 0, 0),
        ])
    func fractions(_ numerator: Int, _ denominator: Int, _ expected: Int) {
        #expect(DisplayNumber.roundedHalfUp(numerator, by: denominator) == expected)
    }

    @Test("a gap comes from the unrounded figures")
    func gap() throws {
        // 11 of 21 is 52.38, 2 of 9 is 22.22: the gap is 30.16, not 52 - 22 = 30
        let gap = try #require(Gap(Share(count: 2, of: 9), others: Share(count: 11, of: 21)))
        #expect(gap.inWords == "30.2")
        #expect(abs(gap.points - 30.158730158730158) < 1e-12)
        let ahead = try #require(Gap(Share(count: 3, of: 4), others: Share(count: 1, of: 2)))
        #expect(ahead.points == -25)
        #expect(ahead.inWords == "-25.0")
        #expect(Gap(Share(count: 0, of: 0), others: Share(count: 1, of: 2)) == nil)
    }

    @Test(
        "the Wilson interval, against values worked out elsewhere",
        arguments: [
            (0, 10, 0.0, 27.7533), (10, 10, 72.2467, 100.0), (5, 10, 23.6593, 76.3407), (43, 58, 61.6226, 83.6545),
            (1, 1, 20.6549, 100.0),
        ])
    func wilson(_ count: Int, _ of: Int, _ lower: Double, _ upper: Double) throws {
        let interval = try #require(WilsonInterval(count: count, of: of))
        #expect(abs(interval.lower - lower) < 0.0001)
        #expect(abs(interval.upper - upper) < 0.0001)
    }

    @Test("the interval holds the percentage, stays within 0 and 100, and narrows with more pupils")
    func wilsonProperties() throws {
        for of in 1...120 {
            for count in 0...of {
                let interval = try #require(WilsonInterval(count: count, of: of))
                let percent = try #require(Share(count: count, of: of).percent)
                #expect(interval.lower >= 0 && interval.lower <= percent + 1e-9)
                #expect(interval.upper <= 100 && interval.upper >= percent - 1e-9)
                let more = try #require(WilsonInterval(count: count * 4, of: of * 4))
                #expect(more.upper - more.lower < interval.upper - interval.lower)
            }
        }
        #expect(WilsonInterval(count: 0, of: 0) == nil)
        #expect(WilsonInterval(count: 3, of: 2) == nil)
    }
}
