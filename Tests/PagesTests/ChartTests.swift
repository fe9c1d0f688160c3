import Foundation
import Markup
import Testing

@testable import Pages

@Suite("Charts")
struct ChartTests {
    static let counts = [(21, 30, 6), (0, 0, 3), (1, 1, 1), (58, 1, 1), (0, 41, 0), (333, 333, 334)]

    @Test(arguments: counts)
    func `the parts of a bar fill it and add up to the eligible pupils`(below: Int, at: Int, higher: Int) {
        // given
        let bar = ShareBar(title: "Reading", below: below, at: at, higher: higher)
        // then
        #expect(bar.segments.reduce(0) { $0 + $1.count } == bar.eligible)
        #expect(abs(bar.segments.reduce(0) { $0 + $1.width } - 100) < 1e-9)
        for (left, right) in zip(bar.segments, bar.segments.dropFirst()) {
            #expect(abs(left.start + left.width - right.start) < 1e-9)
        }
    }

    @Test(arguments: counts, stride(from: 0.0, through: 100, by: 2.5).map { $0 })
    func `no count stands under the national tick or outside its part`(count: (Int, Int, Int), national: Double) {
        // given
        let bar = ShareBar(
            title: "Reading", below: count.0, at: count.1, higher: count.2,
            national: ChartNational(percent: national, year: 2025))
        for segment in bar.segments {
            // when
            guard let place = bar.countPlace(in: segment) else { continue }
            // then
            #expect(abs(place - bar.tickPlace) >= segment.halfOfCount)
            #expect(place - segment.halfOfCount >= segment.start - 1e-9)
            #expect(place + segment.halfOfCount <= segment.start + segment.width + 1e-9)
        }
    }

    @Test(arguments: [(98.5, "start"), (62, "middle"), (50, "middle"), (10, "end")])
    func `the national label stays inside the drawing`(percent: Double, anchor: String) {
        // given
        let bar = ShareBar(
            title: "x", below: 1, at: 1, higher: 1, national: ChartNational(percent: percent, year: 2025))
        // then
        #expect(bar.tickAnchor == anchor)
        #expect(bar.render().string.contains("\(ChartFormat.percent(percent)) national 2025"))
    }

    @Test func `a bar says in words what it shows, and that nobody is there`() {
        // then
        #expect(
            ShareBar(title: "Reading", below: 15, at: 27, higher: 16, national: ChartNational(percent: 75, year: 2025))
                .description
                == "Of 58 pupils: 15 not met, 27 expected, 16 higher; national 2025 75% at the standard or above.")
        #expect(
            ShareBar(title: "Science", below: 10, at: 48, higher: nil).description
                == "Of 58 pupils: 10 not met, 48 expected.")
        #expect(ShareBar(title: "x", below: 0, at: 0, higher: 0).render().string.contains("no pupils to show"))
    }

    @Test func `a histogram counts every score once, at the right side of 100 and 110`() {
        // given
        let scores = Array(80...120)
        // when
        let histogram = ScoreHistogram(title: "Reading", scores: scores)
        // then
        #expect(histogram.bins.map(\.count) == [5, 5, 5, 5, 5, 5, 5, 5, 1])
        #expect(histogram.total == scores.count)
        #expect(histogram.bins.map(\.title).prefix(2) == ["80–84", "85–89"])
        #expect(histogram.bins.last?.title == "120")
        let html = histogram.render().string
        #expect(html.components(separatedBy: "class=\"rule\"").count == 3)
        #expect(html.contains(">100 ›</text>"))
    }

    @Test func `the highest bar leaves the lane of the ruled scores free`() {
        // given
        let histogram = ScoreHistogram(title: "x", scores: [99, 100, 101, 102, 110])
        // then
        for bin in histogram.bins { #expect(150 - histogram.height(of: bin) - 5 - 12 > 18) }
    }

    @Test func `a small group is greyed and says what one pupil is worth`() {
        // given
        let plot = GroupDotPlot(
            title: "x",
            groups: [
                .init(title: "SEN support", count: 2, eligible: 8, interval: 7.1...59.1),
                .init(
                    title: "Looked after", count: 1, eligible: 2, interval: nil,
                    withheld: "fewer than 6 pupils, withheld"),
            ])
        // when
        let html = plot.render().string
        // then
        #expect(html.contains("8 pupils: one pupil is 12.5 points"))
        #expect(html.contains("2 of 8 (25%)"))
        #expect(html.contains("fewer than 6 pupils, withheld"))
        #expect(!html.contains("1 of 2"))
        #expect(!plot.table().string.contains(">1</td>"))
    }

    @Test func `a conversion chart begins where the table does and leaves gaps out`() {
        // given
        let chart = ConversionStepChart(title: "Reading", scores: [nil, nil, nil, 81, 82, 100, 112])
        // then
        #expect(
            chart.description
                == "6 marks at most. The first scaled score is 81, from 3 marks; 100 from 5 marks; 110 from 6 marks.")
        #expect(chart.render().string.components(separatedBy: "M").count == 2)
        #expect(
            ConversionStepChart(title: "x", scores: Array(repeating: 100, count: 111)).marks == [
                0, 20, 40, 60, 80, 100, 110,
            ])
        #expect(
            ConversionStepChart(title: "x", scores: Array(repeating: 100, count: 51)).marks == [0, 10, 20, 30, 40, 50])
    }

    @Test func `a year without a figure breaks the line and says why`() {
        // given
        let chart = YearsChart(
            title: "x",
            years: [
                .init(year: 2019, value: 65, words: "39 of 60 (65%)"),
                .init(year: 2020, value: nil, words: "", gap: "no tests"),
                .init(year: 2021, value: 59, words: "35 of 59 (59%)", national: 60),
            ])
        // then
        #expect(chart.description == "2019: 39 of 60 (65%). 2020: no tests. 2021: 35 of 59 (59%), national 60%.")
        #expect(!chart.render().string.contains("L"))
        #expect(
            chart.labelPlace(of: chart.years[2])
                > chart.labelPlace(of: .init(year: 2021, value: 59, words: "", national: 50)))
    }

    @Test(arguments: [(0.5, "1%"), (74.1379, "74%"), (49.5, "50%"), (0, "0%"), (100, "100%")])
    func `percentages are rounded half up`(value: Double, words: String) {
        #expect(ChartFormat.percent(value) == words)
    }

    @Test(arguments: [
        (104.65, 1, "104.7"), (2.675, 2, "2.68"), (12.5, 1, "12.5"), (33.0, 1, "33"), (-0.04, 1, "0"),
        (-3.26, 1, "-3.3"),
    ])
    func `decimals are written without an exponent`(value: Double, places: Int, words: String) {
        #expect(ChartFormat.decimal(value, places: places) == words)
    }
}
