import Foundation
import Markup
import Reports
import Testing

@testable import Pages

@Suite("The Statutory Dashboard and the reports of the assessments")
struct StatutoryPagesTests {
    let frame = PageFrame(assets: Assets(files: [:]))
    let bar = ReportBar(groups: [.init(title: "All pupils", address: "?", isCurrent: true)])

    let phonics = MeasureLine(
        id: "phonics.year1", title: "Met the standard in Year 1", about: "Year 1 · Phonics screening check",
        address: "/phonics",
        years: [
            MeasureYear(year: 2024, figure: nil, words: "Not held because of the pandemic."),
            MeasureYear(year: 2025, figure: "78%", words: "42 of 54", address: "/p?of=2025", value: 77.8, national: 80),
            MeasureYear(
                year: 2026, figure: "81%", words: "43 of 53", address: "/p", value: 81.1, others: "4 not yet recorded"),
        ], change: .init(.up, by: "3.4 points", since: 2025),
        national: "80% in 2025 (state-funded schools, provisional)", gap: "26.7 points",
        chance: "One pupil is 1.9 points; chance alone gives 69% to 89%.")

    @Test func `a tile says figure, counts, change, national and gap, and opens the pupils`() {
        // when
        let html = MeasureTile(line: phonics).render().string
        // then
        #expect(html.contains("<p class=\"measure-figure\">81%</p>"))
        #expect(html.contains("<a href=\"/p\">43 of 53</a>"))
        #expect(html.contains("</span> 3.4 points up on 2025"))
        #expect(html.contains("National 80% in 2025 (state-funded schools, provisional)"))
        #expect(html.contains("Disadvantage gap 26.7 points"))
        #expect(html.contains("4 not yet recorded"))
        #expect(!html.contains("chance alone"), "53 pupils are no small cohort")
        var small = phonics
        small.isSmall = true
        #expect(MeasureTile(line: small).render().string.contains("chance alone gives 69% to 89%"))
    }

    @Test func `a row of the table explains a year without a figure in its cell`() {
        // when
        let html = MeasureTable(title: "Years", lines: [phonics]).render().string
        // then
        #expect(html.contains("data-label=\"2024\">Not held because of the pandemic.</td>"))
        #expect(html.contains("<b>78%</b> <span class=\"nowrap\"><a href=\"/p?of=2025\">42 of 54</a></span>"))
        #expect(html.contains("<th scope=\"col\" class=\"number\">Change on 2025</th>"))
        #expect(html.contains("One pupil is 1.9 points"))
    }

    @Test func `a dashboard without pupils says what will be here, and names no figure`() {
        // given
        let page = StatutoryDashboardModel(
            year: 2026, groupTitle: "All pupils", bar: bar, lines: [phonics],
            empty: ReportEmpty(
                title: "No pupils yet", text: "Soon.", links: [.init(title: "Bring in a file", address: "/f")]))
        // when
        let html = page.content(in: frame).string
        // then
        #expect(html.contains("No pupils yet"))
        #expect(html.contains("<a class=\"button\" href=\"/f\">Bring in a file</a>"))
        #expect(!html.contains("81%"))
    }

    @Test func `names from outside are text, never markup`() {
        // given
        var wicked = phonics
        wicked.title = "<b>bold</b>"
        let section = MarkSection(
            title: "Marks", chart: MarkChart(title: "<i>", counts: [0, 1]),
            named: [
                .init(
                    words: .init(title: "1 pupil", address: "/x"), rest: "again",
                    pupils: [.init(name: "<b>O'Brien</b>", score: "3")])
            ], note: "")
        // when
        let html = MeasureTile(line: wicked).render().string + section.render().string
        // then
        #expect(!html.contains("<b>bold"))
        #expect(!html.contains("<b>O"))
        #expect(!html.contains("<i>"))
    }

    @Test func `the marks have a line at the threshold and the words of it beside the drawing`() {
        // given
        var counts = Array(repeating: 0, count: 41)
        counts[30] = 2
        counts[31] = 5
        // when
        let chart = MarkChart(title: "Year 1", counts: counts, threshold: 31)
        let html = chart.render().string
        // then
        #expect(html.contains("standard met from 31"))
        #expect(html.contains("class=\"level-below\""))
        #expect(html.contains("class=\"level-at\""))
        #expect(chart.description == "7 marks. The standard is met from 31 marks. Pupils by mark: 30: 2; 31: 5.")
        #expect(!MarkChart(title: "Tables", counts: counts).render().string.contains("class=\"rule\""))
        #expect(MarkChart(title: "None", counts: [0, 0]).description == "No marks yet.")
    }

    @Test func `a sparkline keeps every value within its drawing and has a gap where there is none`() {
        for values in [[50.0, 50, 50], [0, 0, 0], [100, 100, 100], [0, 50, 100], [97, 99, 98]] {
            // given
            let line = Sparkline(
                title: "x",
                years: values.enumerated().map { .init(year: 2024 + $0, value: $1, words: "\($1)", national: nil) },
                most: 100)
            // then
            #expect(values.allSatisfy { line.scale.contains($0) })
            #expect(line.scale.upperBound - line.scale.lowerBound >= 25)
            #expect(line.scale.lowerBound >= 0)
        }
        let gap = Sparkline(
            title: "x",
            years: [
                .init(year: 2024, value: 60, words: "60%", national: 62),
                .init(year: 2025, value: nil, words: nil, national: nil),
                .init(year: 2026, value: 70, words: "70%", national: nil),
            ], most: 100)
        #expect(gap.render().string.contains(">–</text>"))
        #expect(gap.description == "2024: 60%, national 62. 2025: no figure. 2026: 70%.")
    }

    @Test func `a group is crossed by a menu that names what it is crossed with`() {
        // given
        var bar = bar
        bar.crossings = [.init(title: "Not crossed", address: "?group=disadvantaged")]
        // then
        #expect(bar.render().string.contains("Crossed with"))
        bar.crossedWith = "Boys"
        #expect(bar.render().string.contains(">and: Boys</summary>"))
    }
}
