import Assessment
import Markup
import Pages
import Testing

struct FrameTests {
    @Test func `a page has its landmarks, one title and the way past the navigation`() throws {
        // given
        let page = AssessmentsModel(place: try Frames.place(), items: [], canImport: true)

        // when
        let html = try Frames.frame().render(page).string

        // then
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
        #expect(html.hasSuffix("</html>\n"))
        #expect(html.contains("<a class=\"skip\" href=\"#main\">"))
        #expect(html.contains("<main id=\"main\""))
        #expect(html.contains("<header class=\"banner\">"))
        #expect(html.contains("<nav aria-label=\"Main\">"))
        #expect(html.split(separator: "<h1>").count == 2)
        #expect(html.contains("<title>Assessments – Saltmarsh &amp; Heron Primary School</title>"))
    }

    @Test func `the rail says where one is, and the year switch keeps the page`() throws {
        // given
        var frame = try Frames.frame()
        frame.heading = PageHeading("Pupils", section: .pupils)

        // when
        let html = frame.head.string

        // then
        #expect(html.contains("<a href=\"/schools/8209991/2026/pupils\" aria-current=\"true\">Pupils</a>"))
        #expect(html.contains("<a href=\"/schools/8209991/2025/pupils\">2024/25</a>"))
    }

    @Test func `a cached content between head and foot is the same document`() throws {
        // given
        var frame = try Frames.frame()
        let page = ReportsHomeModel(
            place: try Frames.place(),
            items: [
                .init(title: "Outcomes", text: "Text", page: .keyStage2Outcomes(), pupils: 60, recorded: 3, due: 372)
            ],
            hasResults: true)
        let whole = frame.render(page)

        // when
        frame.heading = page.heading
        let pieces = frame.head.bytes + page.content(in: frame).bytes + frame.foot.bytes

        // then
        #expect(pieces == whole.bytes)
    }

    @Test func `what a person typed stays text everywhere in the frame`() throws {
        // given
        var frame = try Frames.frame()
        frame.notice = Notice("Added <b>Zo\"e</b>.", undo: .init(route: .home, label: "<Undo>", fields: ["id": "\"1"]))
        frame.recent = [Breadcrumb("6 <Kestrel>", .help)]
        frame.heading = PageHeading("<script>", lede: "a & b", errors: [FieldError(field: "x\"y", message: "<no>")])

        // when
        let html = frame.render(content: HTML()).string

        // then
        for markup in ["<script>", "<b>Zo", "<Undo>", "<Kestrel>", "<Price>", "x\"y", "<no>"] {
            #expect(!html.contains(markup), "\(markup)")
        }
        #expect(html.contains("value=\"&quot;1\""))
    }

    @Test func `a notice offers its undo as a form with the token`() throws {
        // given
        var frame = try Frames.frame()
        let place = try Frames.place()
        frame.notice = Notice(
            "214 results were taken.", undo: .init(route: place.route(.undoBatch(4)), label: "Undo this file"))

        // when
        let html = frame.head.string

        // then
        #expect(html.contains("role=\"status\""))
        #expect(
            html.contains(
                """
                <form method="post" action="/schools/8209991/2026/files/batches/4/undo">\
                <input type="hidden" name="_csrf" value="token-1"><button class="button small">Undo this file</button></form>
                """))
    }

    @Test func `an anonymised reader is offered no search by name`() throws {
        // given
        let page = ReportsHomeModel(place: try Frames.place(), items: [], hasResults: false)

        // when
        let owner = try Frames.frame().render(page).string
        let governor = try Frames.frame(seesNames: false).render(page).string

        // then
        #expect(owner.contains("role=\"search\""))
        #expect(!governor.contains("role=\"search\""))
    }

    @Test func `before sign-in there is no rail, and no page before a token has a form field for it`() throws {
        // given
        let frame = PageFrame(assets: try Assets.load())

        // when
        let html = frame.render(SignInModel()).string

        // then
        #expect(!html.contains("aria-label=\"Main\""))
        #expect(!html.contains("_csrf"))
        #expect(html.contains("<main id=\"main\""))
    }

    @Test func `styles and scripts are addressed by their content and none stands in the page`() throws {
        // given
        let assets = try Assets.load()
        let style = try #require(assets.asset(named: "leadline.css"))

        // when
        let html = try Frames.frame().render(HelpModel()).string

        // then
        #expect(html.contains("href=\"/assets/leadline.css?v=\(style.hash)\""))
        #expect(html.contains("<script type=\"module\" src=\"/assets/leadline.js?v="))
        #expect(!html.contains("<style") && !html.contains(" style=") && !html.contains(" onclick="))
        #expect(style.hash.count == 16)
        #expect(assets.asset(named: "../Package.swift") == nil)
    }
}
