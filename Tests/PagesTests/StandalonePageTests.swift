import Markup
import Testing

@testable import Pages

struct StandalonePageTests {
    private struct Plain: Page {
        var heading: PageHeading { PageHeading("Figures & facts", lede: "What is.", styles: ["outcomes.css"]) }

        func content(in frame: PageFrame) -> HTML {
            """
            <nav class="report-tabs"><ul><li><a href="/other">Other</a></li></ul></nav>
            <div class="report-bar x"><div><button type="button">Print</button></div><a class="button" href="/f.csv">CSV</a></div>
            <form method="get" action="/x"><input name="a"><form></form></form>
            <p class="buttons screen-only"><a href="/y">Go</a></p>
            <p><a href="/pupils?a=1&amp;b=2" title="A &lt; B"><b>\(12)</b></a> of 20 <a href="/z">more</a></p>
            <svg viewBox="0 0 1 1"><rect fill="url(#hatch)" width="1"/></svg>
            """
        }
    }

    @Test func `A page that stands alone has its styles inside and leads nowhere`() throws {
        let assets = try Assets.load()
        let page = StandalonePage(assets: assets, title: "A <School>", about: "Written today.").render(Plain()).string
        #expect(page.contains("<title>Figures &amp; facts – A &lt;School&gt;</title>"))
        for name in ["leadline.css", "outcomes.css"] {
            let style = try #require(assets.asset(named: name))
            #expect(page.contains(String(decoding: style.bytes, as: UTF8.self)))
        }
        for reference in [
            "href=", "src=", "action=", "<link", "<script", "<form", "<nav", "<button", "@import", "http", "Other",
            "Go", "CSV",
        ] { #expect(!page.contains(reference), "\(reference)") }
        #expect(page.contains("<p><a title=\"A &lt; B\"><b>12</b></a> of 20 <a>more</a></p>"))
        #expect(page.contains("<rect fill=\"url(#hatch)\" width=\"1\"/>"))
        #expect(page.contains("<p class=\"lede\">What is.</p>"))
        #expect(page.contains("<p class=\"muted\">Written today.</p>"))
    }
}
