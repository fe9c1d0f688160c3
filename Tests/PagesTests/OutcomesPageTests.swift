import Foundation
import Markup
import Testing

@testable import Pages

@Suite("The End of Key Stage 2 Outcomes page")
struct OutcomesPageTests {
    let frame = PageFrame(assets: Assets(files: [:]))

    func page(rows: [OutcomeRow], cohort: Int? = 60, notRecorded: OutcomeFigure? = nil) -> KeyStage2OutcomesModel {
        KeyStage2OutcomesModel(
            year: 2026, groupTitle: "All pupils",
            bar: ReportBar(groups: [.init(title: "All pupils", address: "?", isCurrent: true)]),
            cohort: cohort,
            notRecorded: notRecorded, rows: rows, specialConsideration: "No score has special consideration (+).")
    }

    let reading = OutcomeRow(
        title: "Reading", eligible: OutcomeFigure(58),
        expected: OutcomeFigure(43, address: "/x?measure=reading.expected"),
        higher: OutcomeFigure(16), average: .init(words: "104.6", pupils: OutcomeFigure(55)),
        leftOut: [.init(OutcomeFigure(2), reason: "left the school (L)")],
        national: OutcomeNational(percent: 75, year: 2025, basis: "all schools", release: "revised"),
        interval: "62% to 84%",
        onePupil: "one pupil is 1.7 points")

    @Test func `a percentage stands with its count and opens the pupils behind it`() {
        // when
        let html = page(rows: [reading]).content(in: frame).string
        // then
        #expect(html.contains("<a href=\"/x?measure=reading.expected\">43 of 58 (74%)</a>"))
        #expect(html.contains("higher standard 16 (28%)"))
        #expect(html.contains("average 104.6, of 55 scores"))
        #expect(html.contains("not counted: 2 left the school (L)"))
    }

    @Test func `an older national figure is named as the last published`() {
        // when
        let html = page(rows: [reading]).content(in: frame).string
        // then
        #expect(html.contains("75% national 2025"))
        #expect(html.contains("75% in 2025 (all schools, revised; 2026 is not published here, the last is shown)"))
    }

    @Test func `pupils without results are named before any figure`() {
        // when
        let html = page(rows: [reading], notRecorded: OutcomeFigure(12)).content(in: frame).string
        // then
        #expect(html.contains("12 of 60 not yet recorded"))
        #expect(
            page(rows: [reading], notRecorded: OutcomeFigure(0)).content(in: frame).string.contains("not yet recorded")
                == false)
    }

    @Test func `a withheld line shows no figure, in drawing or table`() {
        // given
        var row = reading
        row.withheld = "fewer than 6 pupils, withheld"
        // when
        let html = page(rows: [row], cohort: nil).content(in: frame).string
        // then
        #expect(html.components(separatedBy: "fewer than 6 pupils, withheld").count == 3)
        for figure in ["43", "58", "104.6", "62% to 84%"] { #expect(!html.contains(figure)) }
    }

    @Test func `an empty group says what will be here`() {
        // when
        let html = page(rows: [reading], cohort: 0).content(in: frame).string
        // then
        #expect(html.contains("No pupils in this group"))
        #expect(!html.contains("43"))
    }

    @Test func `near misses are listed with their scores, or counted alone`() {
        // given
        var page = page(rows: [reading])
        let histogram = ScoreHistogram(title: "Reading", scores: [97, 98, 104])
        page.scores = [
            OutcomeScores(
                title: "Reading", histogram: histogram, nearMissCount: OutcomeFigure(2),
                nearMisses: [.init(name: "O'Gill, Harleen", score: "98"), .init(name: "Moss, Theo", score: "97")],
                basis: "By the 2026 table.")
        ]
        // then
        #expect(page.content(in: frame).string.contains("O&#39;Gill, Harleen 98"))
        page.scores[0].nearMisses = []
        #expect(page.content(in: frame).string.contains("<b>2 near misses</b> at 97 to 99</p>"))
    }

    @Test func `the pupils behind a number add up to it`() {
        // given
        let model = PupilsBehindModel(
            title: "Reading: expected standard or above", report: "2026",
            numerator: [.init(name: "A, B", result: "104")],
            others: [.init(name: "C, D", result: "96"), .init(name: "E, F", result: "B")],
            leftOut: [.init(name: "G, H", result: "Left the school (L)")])
        // when
        let html = model.content(in: frame).string
        // then
        #expect(html.contains("<b>1 of 3 (33%)</b> · 1 pupil left out"))
        #expect(html.contains("Left the school (L)"))
    }

    @Test func `a reader without names gets the counts and the reason`() {
        // given
        let model = PupilsBehindModel(
            title: "Reading", report: "2026", withheld: "Your role sees no names.", counts: (43, 58, 2))
        // when
        let html = model.content(in: frame).string
        // then
        #expect(html.contains("43 of 58 (74%)"))
        #expect(html.contains("Your role sees no names."))
        #expect(!html.contains("<table"))
    }
}
