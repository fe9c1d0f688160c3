import Spreadsheets
import Testing

/// Tables taken from a page.
struct PageTableTests {
    private func read(_ html: String) -> [PageTable] { PageTable.tables(inHTML: Array(html.utf8)) }

    @Test func `A table has the words that a reader sees, and typed figures`() throws {
        // given
        let page = """
            <section><h2>Pupils <span class="muted">3</span></h2><table><caption class="hidden">Pupils</caption>
            <thead><tr><th scope="col">Pupil</th><th scope="col" class="number">Mark</th><th>Share</th><th>Of</th>
            <th><span class="hidden">Actions</span></th></tr></thead><tbody>
            <tr><th scope="row"><a href="/p/1">O&#39;Brien,
              Zoë</a> <small data-column="Class">6 Kestrel</small></th><td>38<span class="hidden"> marks</span></td>
              <td>62%</td><td>1,234</td><td><form><input name="x"><button>Change</button></form></td></tr>
            <tr><th scope="row">&lt;b&gt;=1+1</th><td>A<br>absent</td><td>6.5%</td><td>007</td><td></td></tr>
            <tr><th scope="row">Short</th></tr>
            </tbody></table></section>
            """
        // when
        let table = try #require(read(page).first)
        // then
        #expect(table.title == "Pupils")
        #expect(table.nameColumns == 2)
        #expect(table.table.headings == ["Pupil", "Class", "Mark", "Share", "Of"])
        #expect(
            table.table.rows == [
                [.text("O'Brien, Zoë"), .text("6 Kestrel"), .integer(38), .percent(62, places: 0), .integer(1234)],
                [.text("<b>=1+1"), .empty, .text("A absent"), .percent(6.5, places: 1), .text("007")],
                [.text("Short"), .empty, .empty, .empty, .empty],
            ])
    }

    @Test func `Cells over several columns and rows are spread out`() throws {
        // given
        let page = """
            <h3>Met</h3><table><caption>By year</caption>
            <thead><tr><th rowspan="2">Subject</th><th colspan="2">2026</th></tr><tr><th>School</th><th>England</th></tr></thead>
            <tbody><tr><th rowspan="2">Reading</th><td>70</td><td>75</td></tr><tr><td colspan="2">withheld</td></tr></tbody>
            </table>
            """
        // when
        let table = try #require(read(page).first)
        // then
        #expect(table.title == "By year")
        #expect(table.section == "Met")
        #expect(table.table.headings == ["Subject", "2026, School", "2026, England"])
        #expect(
            table.table.rows == [
                [.text("Reading"), .integer(70), .integer(75)], [.text("Reading"), .text("withheld"), .empty],
            ])
    }

    @Test func `The heading of some rows is a column of each, and a cell can say its value`() throws {
        // given
        let page = """
            <table><thead><tr><th>Take</th><th>Pupil</th><th>Mark</th></tr></thead>
            <tbody><tr><th scope="rowgroup" colspan="3"><b data-column="Status" data-value="new">2 new</b> Nothing is stored.</th></tr>
            <tr><td data-value="yes"><input type="checkbox" checked></td><th>Ash</th><td>38</td></tr>
            <tr><td data-value=""></td><th>Bo</th><td>A</td></tr></tbody>
            <tbody><tr><th scope="rowgroup" colspan="3"><b data-column="Status" data-value="changed">1 changed</b></th></tr>
            <tr><td data-value="no"><input type="checkbox"></td><th>Cy</th><td>9</td></tr></tbody></table>
            """
        // when
        let table = try #require(read(page).first).table
        // then
        #expect(table.headings == ["Take", "Status", "Pupil", "Mark"])
        #expect(
            table.rows == [
                [.text("yes"), .text("new"), .text("Ash"), .integer(38)],
                [.empty, .text("new"), .text("Bo"), .text("A")],
                [.text("no"), .text("changed"), .text("Cy"), .integer(9)],
            ])
    }

    @Test func `Several things in one cell are columns where the heading names as many`() throws {
        // given
        let page = """
            <table><thead><tr><th>Pupil</th><th>Reading · Writing</th><th>A · B</th></tr></thead><tbody>
            <tr><th>Ash <i data-column="What" >new<b data-column="Sum" data-value="abc"> a…</b></i></th><td>108 · EXS</td>
            <td>1 · 2 · 3</td></tr><tr><th>Bo</th><td></td><td>4</td></tr></tbody></table>
            """
        // when
        let table = try #require(read(page).first?.table)
        // then
        #expect(table.headings == ["Pupil", "What", "Sum", "Reading", "Writing", "A · B"])
        #expect(
            table.rows == [
                [.text("Ash"), .text("new"), .text("abc"), .integer(108), .text("EXS"), .text("1 · 2 · 3")],
                [.text("Bo"), .empty, .empty, .empty, .empty, .integer(4)],
            ])
    }

    @Test func `Tables of one name are told apart by what stands above them`() {
        let page = ["Ash", "Bo"].map {
            "<h2>\($0)</h2><h3>Results</h3><table><caption>Tests</caption><tr><td>1</table>"
        }
        let joined = PageTable.joined(read(page.joined()))
        #expect(joined.count == 1)
        #expect(joined[0].table.rows.map(\.first) == [.text("Ash, Results, Tests"), .text("Bo, Results, Tests")])
    }

    @Test func `What is not there to be seen is no table, nor is one without rows`() {
        #expect(
            read(
                """
                <div hidden><table><tr><td>1</td></tr></table></div><dialog><table><tr><td>2</td></tr></table></dialog>
                <table><thead><tr><th>Nothing</th></tr></thead><tbody></tbody></table><p>no table</p>
                """
            ).isEmpty)
        #expect(read("").isEmpty)
        #expect(read("<table><tr><td rowspan='99999999'>1<td colspan='99999999'>2").count == 1)
    }

    @Test func `Tables under the same headings are joined, each row with what stood above it`() {
        // given
        let page =
            ["Met", "Not met"].map {
                "<h2>\($0)</h2><table><thead><tr><th>Pupil</th></tr></thead><tr><th>of \($0)</th></tr></table>"
            }.joined() + "<h2>Left out</h2><table><thead><tr><th>Why</th></tr></thead><tr><td>-5</td></tr></table>"
        // when
        let joined = PageTable.joined(read(page))
        // then
        #expect(joined.map(\.title) == ["", "Left out"])
        #expect(joined[0].table.headings == ["Table", "Pupil"])
        #expect(
            joined[0].table.rows == [[.text("Met"), .text("of Met")], [.text("Not met"), .text("of Not met")]])
        #expect(joined[0].nameColumns == 2)
        #expect(
            String(
                decoding: PageTable.csv([
                    PageTable(title: "Pupils", table: joined[0].table, nameColumns: 2), joined[1],
                ]).dropFirst(3), as: UTF8.self)
                == "Pupils\r\nTable,Pupil\r\nMet,of Met\r\nNot met,of Not met\r\n\r\nLeft out\r\nWhy\r\n-5\r\n")
        #expect(String(decoding: PageTable.csv([joined[1]]).dropFirst(3), as: UTF8.self) == "Why\r\n-5\r\n")
    }
}
