import Foundation
import Markup
import Pages
import Testing

struct FlightChartTests {
    private static func chart(_ marks: [FlightChart.Mark]) -> FlightChart {
        FlightChart(
            title: "Results", description: "In words <b>", stages: [.init(title: "Reception", year: "2019/20")],
            strands: [.init(title: "Reading", marks: marks)])
    }

    private static func count(_ text: String, _ chart: FlightChart) -> Int {
        chart.render().string.components(separatedBy: text).count - 1
    }

    @Test
    func `A judgement is a dot, a result a square, one at or above a bar, and one without a standard stands below`() {
        let judged = FlightChart.Mark(stage: 0, term: 0, levels: 1...1, position: 2, text: "JA", words: "Just At")
        var next = judged
        next.term = 1
        var later = judged
        later.term = 5
        let chart = Self.chart([
            judged, next, later, .init(stage: 0, levels: 2...2, text: "110", words: "x"),
            .init(stage: 0, levels: 1...2, text: "Wa", words: "x"), .init(stage: 0, levels: nil, text: "A", words: "x"),
        ])
        #expect(Self.count("<circle class=\"flight-dot\"", chart) == 3)
        #expect(Self.count("class=\"flight-line\"", chart) == 1)
        #expect(Self.count("class=\"flight-line flight-gap\"", chart) == 1)
        #expect(Self.count("class=\"flight-square\"", chart) == 1)
        #expect(Self.count("class=\"flight-range\"", chart) == 1)
        #expect(Self.count("no standard", chart) == 1)
        #expect(Self.count("no standard", Self.chart([judged])) == 0)
    }

    @Test func `The picture has a title and its words, escaped`() {
        let text = Self.chart([]).render().string
        #expect(text.contains("role=\"img\"><title>Results</title><desc>In words &lt;b&gt;</desc>"))
    }
}
