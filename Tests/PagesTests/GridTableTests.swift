import Assessment
import Foundation
import Markup
import Testing

@testable import Pages

@Suite("The grid's table")
struct GridTableTests {
    static let paper = GridColumn(
        id: "reading.paper1", heading: ["Paper", "of 50"], name: "Reading paper", kind: .mark(max: 50),
        codes: [GridCode("B", "Working below the standard of the test")], hint: "0 to 50, or a code")
    static let scaled = GridColumn(
        id: "reading.scaled", heading: ["Scaled", "score"], name: "Reading scaled score", kind: .scaled)
    static let assessment = GridColumn(
        id: "reading.ta", heading: ["TA"], name: "Reading teacher assessment", kind: .judgement,
        codes: [GridCode("PK5", "Pre-key stage standard 5")], hint: "PK1 to PK6, EM or A")

    static func table(
        _ cells: [GridCell], mode: GridTable.Mode = .editing, label: String = "Eze, Chidi",
        key: String? = "H801200001001"
    )
        -> GridTable
    {
        GridTable(
            caption: "End of Key Stage 2: English",
            groups: [GridColumnGroup(title: "Reading", columns: [paper, scaled, assessment])],
            rows: [GridRow(key: key, label: label, leaverNote: "left 3 July", address: "/pupils/1", cells: cells)],
            mode: mode)
    }

    @Test func `a name with markup stays a name`() {
        // given
        let table = Self.table([], label: "<script>alert(1)</script>, O'Brien")
        // when
        let html = table.render().string
        // then
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;, O&#39;Brien"))
        #expect(!html.contains("<script>alert"))
    }

    @Test func `every state that has no value says so in words`() {
        // given
        let table = Self.table([
            GridCell("", .due), GridCell("", .derived),
            GridCell("", .locked, note: "A reading mark (38) is in. Clear it."),
        ])
        // when
        let html = table.render().string
        // then
        #expect(html.contains("<td class=\"u s\"><small>due</small></td>"))
        #expect(html.contains("<td class=\"d\">–</td>"))
        #expect(html.contains("title=\"A reading mark (38) is in. Clear it.\"><small>closed</small></td>"))
    }

    @Test(arguments: [("99", "d"), ("100", "d m"), ("109", "d m"), ("110", "d h"), ("97+", "d"), ("", "d")])
    func `a scaled score is marked from 100 and from 110`(text: String, token: String) {
        // given
        let table = Self.table([GridCell("1", .value, revision: 1), GridCell(text, .derived)])
        // when
        let html = table.render().string
        // then
        #expect(html.contains("<td class=\"\(token)\">\(text.isEmpty ? "–" : text)</td>"))
    }

    @Test func `only a sitting carries keys, revisions and what a closed cell accepts`() {
        // given
        let cells = [
            GridCell("38", .value, revision: 7), GridCell("109", .derived),
            GridCell("", .locked, note: "Closed.", accepts: ["B", "M"]),
        ]
        // when
        let editing = Self.table(cells).render().string
        let reading = Self.table(cells, mode: .reading).render().string
        // then
        #expect(editing.contains("<tr data-k=\"H801200001001\">"))
        #expect(editing.contains("data-r=\"7\""))
        #expect(editing.contains("data-a=\"B M\""))
        #expect(editing.contains("id=\"grid-columns\""))
        #expect(!reading.contains("data-"))
        #expect(!reading.contains("H801200001001"))
    }

    @Test func `an anonymised row shows neither name nor UPN nor a link`() {
        // given
        let row = GridRow(key: nil, label: "Pupil 12", cells: [GridCell("38", .value)])
        let table = GridTable(
            caption: "x", groups: [GridColumnGroup(title: "Reading", columns: [Self.paper])], rows: [row])
        // when
        let html = table.render().string
        // then
        #expect(html.contains("<th scope=\"row\">Pupil 12</th>"))
        #expect(!html.contains("href"))
        #expect(!html.contains("data-k"))
    }

    @Test func `a blank grid holds names and no value`() {
        // given
        let table = Self.table([GridCell("38", .value), GridCell("109", .derived), GridCell("", .due)], mode: .blank)
        // when
        let html = table.render().string
        // then
        #expect(html.contains("Eze, Chidi"))
        #expect(html.contains("left 3 July"))
        for text in ["38", "109", "due"] { #expect(!html.contains(text)) }
    }

    @Test func `a note on a value is marked and listed in words while reading`() {
        // given
        let note = "The DfE’s file says 101; the 2026 table gives 100."
        let table = Self.table([GridCell("31", .value), GridCell("101", .official, note: note)], mode: .reading)
        // when
        let html = table.render().string
        // then
        #expect(html.contains("class=\"f m n\""))
        #expect(html.contains("<li>Eze, Chidi, Reading scaled score: \(note)</li>"))
        #expect(html.contains("1 note on single cells"))
    }

    @Test func `columns with the same codes share one list`() {
        // given
        var other = Self.paper
        other.id = "gps.paper1"
        let table = GridTable(
            caption: "x", groups: [GridColumnGroup(title: "x", columns: [Self.paper, other, Self.assessment])], rows: []
        )
        // when
        let json = table.columnsJSON
        // then
        #expect(json.components(separatedBy: "Working below").count == 2)
        #expect(json.contains("\"codes\":0"))
        #expect(json.contains("\"codes\":1"))
    }

    @Test func `sixty pupils in ten columns stay below 100 kB`() {
        // given
        let columns = (0..<10).map { index in
            var column = Self.paper
            column.id = ColumnID(rawValue: "gps.paper\(index)")
            return column
        }
        let cell = GridCell("38", .value, revision: 12, author: "A. Longish-Surname", time: "14 May 2026, 16:02")
        let rows = (0..<60).map {
            GridRow(
                key: "H8012000010\($0)", label: "Brzęczyszczykiewicz, Jan", cells: Array(repeating: cell, count: 10))
        }
        // when
        let html = GridTable(
            caption: "x", groups: [GridColumnGroup(title: "x", columns: columns)], rows: rows, mode: .editing
        ).render()
        // then
        #expect(html.bytes.count < 100_000)
    }

    @Test func `the sorted column says which way`() {
        // given
        var table = Self.table([], mode: .reading)
        table.order = .column("reading.paper1", descending: true)
        // when
        let html = table.render().string
        // then
        #expect(html.contains("<th class=\"s\" aria-sort=\"descending\" scope=\"col\">Paper<br>of 50"))
    }
}
