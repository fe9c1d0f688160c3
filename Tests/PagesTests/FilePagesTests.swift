import Assessment
import Markup
import Pages
import Testing

struct FilePagesTests {
    private func preview(_ items: [PreviewItem], takes: Int = 2, refusal: String? = nil) throws -> ImportPreviewModel {
        ImportPreviewModel(
            place: try Frames.place(), uploadID: 7, query: PreviewQuery(status: nil, subject: "reading"),
            fileName: "a<b>.xml", kindTitle: "Common Transfer File", facts: [Fact("Pupils", "60")],
            warnings: ["The heading “Notes” is not used."], refusal: refusal,
            headings: [
                PreviewQuestion(
                    key: "Notes", text: "Notes", answers: [.init("", "Not used"), .init("upn", "UPN")], chosen: "")
            ], counts: [.new: 1_204, .conflict: 1], items: items, pageCount: 3, takes: takes)
    }

    private let items = [
        PreviewItem(
            status: .conflict, pupil: "Eze, Chidi", what: "Reading, scaled score", old: "104", value: "103",
            message: "Entered later.", place: "line 77", tick: .init(key: "5/2026/reading.scaled", isOn: false)),
        PreviewItem(status: .new, pupil: "Hughes, Noah", what: "Reading, scaled score", value: "116"),
    ]

    @Test func `the preview groups by status, offers ticks only where something is to decide, and counts its button`()
        throws
    {
        // when
        let html = try Frames.frame().render(preview(items)).string

        // then
        #expect(html.contains("1,204 new</a>"))
        #expect(html.contains("1 in conflict</a>"))
        #expect(html.split(separator: "name=\"take\"").count == 2)
        #expect(html.contains("<input type=\"hidden\" name=\"shown\" value=\"5/2026/reading.scaled\">"))
        #expect(html.contains("aria-label=\"Take Reading, scaled score of Eze, Chidi\""))
        #expect(html.contains("data-apply=\"2\">Take 2 changes</button>"))
        #expect(html.split(separator: "<tbody>").count - 1 == html.split(separator: "</tbody>").count - 1)
        #expect(html.contains("Preview of a&lt;b&gt;.xml"))
    }

    @Test func `filters of the preview stay in its links`() throws {
        // when
        let html = try Frames.frame().render(preview(items)).string

        // then
        let base = "/schools/8209991/2026/files/uploads/7"
        #expect(html.contains("href=\"\(base)?status=conflict&amp;subject=reading\""))
        #expect(html.contains("href=\"\(base)?subject=reading&amp;page=3\""))
    }

    @Test func `with nothing to take the button cannot be pressed`() throws {
        // when
        let html = try Frames.frame().render(preview([], takes: 0)).string

        // then
        #expect(html.contains(" disabled>Nothing to take</button>"))
    }

    @Test func `a refused file says why and offers no way to take it`() throws {
        // when
        let html = try Frames.frame().render(preview(items, refusal: "The file is for 820/9992.")).string

        // then
        #expect(html.contains("This file cannot be taken"))
        #expect(html.contains("The file is for 820/9992."))
        #expect(!html.contains("/apply"))
    }

    @Test func `an undone batch is said to be undone and offers no undo`() throws {
        // given
        let undone = BatchRow(
            id: 3, when: "3 September 2025", person: "S. Quill", source: "list.csv", sha256: "abcdef0123456789",
            values: 4,
            undone: "4 September 2025 by S. Quill", canUndo: false)
        let page = FilesModel(place: try Frames.place(), canImport: false, maximumMegabytes: 64, batches: [undone])

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.contains("undone</span>"))
        #expect(!html.contains("/undo\""))
        #expect(!html.contains("data-drop"))
        #expect(html.contains("abcdef01…"))
    }
}
