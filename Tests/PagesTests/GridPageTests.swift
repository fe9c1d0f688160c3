import Assessment
import Foundation
import Markup
import Testing

@testable import Pages

@Suite("The grid's page")
struct GridPageTests {
    let frame = PageFrame(assets: Assets(files: [:]), csrfToken: "t<oken")

    func page(_ access: GridModel.Access) -> GridModel {
        GridModel(
            title: "End of Key Stage 2", lede: "30 pupils.",
            filters: [.init(title: "English", address: "?subject=english", isCurrent: true)],
            progress: GridProgress(done: 51, due: 62), access: access,
            key: GridKey(title: "Codes for 2026", columns: [GridTableTests.paper, GridTableTests.assessment]),
            table: "<table></table>")
    }

    let sitting = GridSitting(
        date: CalendarDate(iso: "2026-05-14") ?? CalendarDate(year: 2026, month: 5, day: 14)!,
        dateInWords: "14 May 2026",
        endpoint: "/api/v1/schools/8209991/results/2026/ks2", lockAddress: "/grid", personKey: "7")

    @Test func `a sitting carries date, endpoint and token outside the table`() {
        // given
        let page = page(.editing(sitting))
        // when
        let html = page.content(in: frame).string
        // then
        #expect(html.contains("\"endpoint\":\"/api/v1/schools/8209991/results/2026/ks2\""))
        #expect(html.contains("\"csrf\":\"t\\u003coken\""))
        #expect(html.contains("<time datetime=\"2026-05-14\">14 May 2026</time>"))
        #expect(html.contains("Lock Assessment"))
        #expect(html.contains("51 of 62 results in"))
    }

    @Test func `a reader is offered no editing and told why`() {
        // given
        let page = page(.reading(reason: "Your role reads results and does not change them."))
        // when
        let html = page.content(in: frame).string
        // then
        #expect(html.contains("Your role reads results and does not change them."))
        for word in ["Edit Assessment", "Lock Assessment", "t<oken", "csrf"] { #expect(!html.contains(word)) }
    }

    @Test func `a refused date opens the form with its message`() {
        // given
        let form = GridSittingForm(
            address: "/grid", kept: [.init("subject", "mathematics")], date: "2027-01-01",
            earliest: CalendarDate(iso: "2025-09-01")!,
            latest: CalendarDate(iso: "2026-08-31")!, problem: "The Assessment Date must not be in the future.")
        // when
        let html = page(.mayEdit(form)).content(in: frame).string
        // then
        #expect(html.contains("<details class=\"grid-edit\" open>"))
        #expect(html.contains("<input type=\"hidden\" name=\"subject\" value=\"mathematics\">"))
        #expect(html.contains("aria-invalid=\"true\""))
        #expect(html.contains("The Assessment Date must not be in the future."))
    }

    @Test func `the Information key lists every code with its meaning`() {
        // given
        let key = GridKey(
            title: "Codes for 2026", columns: [GridTableTests.paper, GridTableTests.scaled, GridTableTests.assessment])
        // then
        #expect(key.entries.map(\.title) == ["Reading paper", "Reading teacher assessment"])
        #expect(
            page(.reading(reason: nil)).content(in: frame).string.contains(
                "<dt>PK5</dt><dd>Pre-key stage standard 5</dd>"))
    }

    @Test func `the answer to a save has the names that the grid's modules read`() {
        // given
        let cell = GridCell("109", .derived, note: "n")
        var answer = GridSavedJSON(value: "38", revision: 8)
        // when
        answer.add("reading.scaled", cell)
        let json = answer.finished(offers: [], resultsIn: GridProgress(done: 51, due: 62))
        // then
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"value":"38","revision":8,"row":{"cells":{"reading.scaled":{"text":"109","state":"derived","revision":0,"accepts":[],"note":"n"}}},"resultsIn":{"done":51,"due":62,"words":"51 of 62 results in"}}"#
        )
    }

    @Test func `where nothing is due, what is in is counted and no bar says how far it has come`() {
        // given
        var model = page(.reading(reason: nil))
        #expect(model.content(in: frame).string.contains("51 of 62 results in"))
        // when
        model.progress = GridProgress(done: 1, due: 1, isDue: false)
        let html = model.content(in: frame).string
        // then
        #expect(html.contains(">1 judgement in</span>"))
        #expect(html.contains(#"max="1" hidden aria-labelledby"#))
    }

    @Test(arguments: [1, 2])
    func `what could be filled in goes with the row, the same by either way of writing it`(count: Int) throws {
        // given
        let offers = (1...count).map {
            GridOffer(message: "Enter “A” in \($0).", changes: ["e01": "A", "e0\($0 + 1)": "A"])
        }
        var answer = GridSavedJSON(value: "A", revision: 1)
        answer.add("e01", GridCell("A", .value))
        let row = GridRowCells([.init("e01", GridCell("A", .value))], offers: offers)
        // when
        let json = answer.finished(offers: offers, resultsIn: GridProgress(done: 1, due: 17))
        // then
        let written = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let encoded = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(row)) as? NSDictionary
        #expect(written["row"] as? NSDictionary == encoded)
        #expect(String(decoding: json, as: UTF8.self).contains(#""offers":[{"message":"Enter “A” in 1.""#))
    }

    @Test(arguments: [
        (CellState(isDue: true), GridCell.State.due), (CellState(), .optional),
        (CellState(value: "38", origin: .stored), .value),
        (CellState(value: "109", origin: .derived, access: .readOnly), .derived),
        (CellState(value: "109", origin: .stored, access: .readOnly), .official),
        (CellState(access: .closed(reason: "r", accepts: ["B"])), .locked),
    ])
    func `a worked-out state becomes the cell's`(state: CellState, expected: GridCell.State) {
        // when
        let cell = GridCell(state, revision: 3)
        // then
        #expect(cell.state == expected)
        #expect(cell.note == (expected == .locked ? "r" : nil))
        #expect(cell.accepts == (expected == .locked ? ["B"] : []))
    }
}
