import Assessment
import Foundation
import Pages
import Storage
import Testing
import Tracker

struct GridPageTests {
    @Test func `The filters show the columns of the mock, and the class its pupils`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let english = try await teacher.get(server.link(.grid(.ks2)))
            let summary = try await teacher.get(server.link(.grid(.ks2, GridQuery(filter: "summary"))))
            let science = try await teacher.get(server.link(.grid(.ks2, GridQuery(filter: "science"))))
            #expect(english.text.contains("Paper 1<br>of 50"))
            #expect(english.text.contains("Total<br>of 70"))
            #expect(!english.text.contains("Total<br>of 50"))
            #expect(summary.text.contains("Grammar, punctuation and spelling</th>"))
            #expect(!summary.text.contains("of 40"))
            #expect(science.text.contains("Science</th>"))
            for pupil in server.pupils where pupil.id != server.markup.id {
                #expect(english.text.contains(pupil.displayName.replacing("'", with: "&#39;")), "\(pupil.displayName)")
            }
        }
    }

    @Test func `A sitting begins with a date of the year that has passed`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let grid = server.link(.grid(.ks2))

            // when
            let reading = try await teacher.get(grid)
            let editing = try await teacher.get("\(grid)?edit=1&date=2026-05-14")
            let late = try await teacher.get("\(grid)?edit=1&date=2026-09-01")
            let none = try await teacher.get("\(grid)?edit=1&date=tomorrow")

            // then
            #expect(reading.text.contains("Start Editing"))
            #expect(reading.text.contains("max=\"2026-08-31\""))
            #expect(!reading.text.contains("data-k="))
            #expect(editing.text.contains("Lock Assessment"))
            #expect(editing.text.contains("14 May 2026"))
            #expect(editing.text.contains("data-k=\"\(server.pupils[0].upn!.text)\""))
            #expect(editing.text.contains("/api/v1/schools/\(server.school.dfe.compact)/results/2026/ks2"))
            #expect(late.text.contains("within the school year 2025/26"))
            #expect(!late.text.contains("id=\"grid-lock\""))
            #expect(none.text.contains("“tomorrow” is not a date."))
        }
    }

    @Test func `A reader is told why there is nothing to edit, also by a link into a sitting`() async throws {
        try await TestServer.run { server, client in
            let reader = try await server.browser(.readOnly, client)
            let page = try await reader.get("\(server.link(.grid(.ks2)))?edit=1&date=2026-05-14")
            #expect(page.status == 200)
            #expect(page.text.contains("Your role (Full Read-only) reads results and does not change them."))
            #expect(!page.text.contains("data-k="))
        }
    }

    @Test func `A saved value is in the grid on the very next request, for everybody`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            let reader = try await server.browser(.readOnly, client)
            let science = server.link(.grid(.ks2, GridQuery(filter: "science")))
            let before = try await reader.get(science)

            // when
            _ = try await teacher.put(server.cell(server.pupils[0], "science.ta"), #"{"value":""}"#)
            let after = try await reader.get(science)

            // then
            #expect(before.text != after.text)
            #expect(
                before.between("id=\"grid-progress\">", "</span>") != after.between("id=\"grid-progress\">", "</span>"))
            #expect(try await reader.get(science).text == after.text)
        }
    }

    @Test func `Pupils can be sorted by a column, either way, empty cells last`() async throws {
        try await TestServer.run { server, client in
            // given
            let teacher = try await server.browser(.fullEdit, client)
            _ = try await teacher.put(server.cell(server.pupils[0], "science.ta"), #"{"value":""}"#)

            // when
            let up = try await teacher.get(server.link(.grid(.ks2, GridQuery(filter: "science", order: "science.ta"))))
            let down = try await teacher.get(
                server.link(.grid(.ks2, GridQuery(filter: "science", order: "-science.ta"))))

            // then
            let name = server.pupils[0].displayName.replacing("'", with: "&#39;")
            for page in [up, down] {
                let rows = try #require(page.between("<tbody>", "</tbody></table>")).components(separatedBy: "</tr>")
                #expect(rows.dropLast().last?.contains(name) == true)
            }
            #expect(up.text.contains("aria-sort=\"ascending\""))
            #expect(down.text.contains("aria-sort=\"descending\""))
        }
    }

    @Test func `The blank grid has no values`() async throws {
        try await TestServer.run { server, client in
            let teacher = try await server.browser(.fullEdit, client)
            let page = try await teacher.get(server.link(.grid(.ks2, GridQuery(filter: "summary", isBlank: true))))
            let body = try #require(page.between("<tbody>", "</tbody></table>"))
            #expect(!body.contains(">EXS"))
            #expect(!body.contains(">AS"))
            #expect(body.contains(server.pupils[0].surname.replacing("'", with: "&#39;")))
        }
    }
}
