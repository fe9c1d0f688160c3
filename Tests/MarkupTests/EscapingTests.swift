import Markup
import Testing

struct EscapingTests {
    @Test(arguments: [
        ("O'Brien & Sons", "O&#39;Brien &amp; Sons"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
        ("Brzęczyszczykiewicz", "Brzęczyszczykiewicz"),
        ("&amp;", "&amp;amp;"),
        ("", ""),
        ("<", "&lt;"),
    ])
    func `interpolated text stays text`(text: String, expected: String) {
        // when
        let html: HTML = "<p>\(text)</p>"

        // then
        #expect(html.string == "<p>\(expected)</p>")
    }

    @Test func `a literal choice inside an interpolation is text too`() {
        // given
        let isOpen = true

        // when
        let html: HTML = "<b>\(isOpen ? "<open>" : "<shut>")</b>"

        // then
        #expect(html.string == "<b>&lt;open&gt;</b>")
    }

    @Test func `optional text and optional HTML leave nothing behind`() {
        // given
        let name: String? = nil
        let badge: HTML? = nil

        // when
        let html: HTML = "<p>\(name)\(badge)</p>"

        // then
        #expect(html.string == "<p></p>")
    }

    @Test func `HTML nests as it is and raw markup has to say so`() {
        // given
        let inner: HTML = "<b>\("a<b")</b>"

        // when
        let html: HTML = "<p>\(inner)\(raw: "<hr>")\(-12)</p>"

        // then
        #expect(html.string == "<p><b>a&lt;b</b><hr>-12</p>")
    }

    @Test func `attributes are written whole or not at all`() {
        // given
        let title: String? = "say \"no\" <now>"
        let missing: String? = nil

        // when
        let html: HTML =
            "<input\(attribute: "title", title)\(attribute: "id", missing)\(flag: "checked", true)\(flag: "disabled", false)>"

        // then
        #expect(html.string == "<input title=\"say &quot;no&quot; &lt;now&gt;\" checked>")
    }

    @Test(arguments: [
        ("/schools/8209991?x=1&y=2", "/schools/8209991?x=1&amp;y=2"),
        ("?class=6%20Kestrel", "?class=6%20Kestrel"),
        ("https://example.org/a:b", "https://example.org/a:b"),
        ("/pupils?note=a:b", "/pupils?note=a:b"),
        ("javascript:alert(1)", "about:blank"),
        ("JavaScript:alert(1)", "about:blank"),
        (" javascript:alert(1)", "about:blank"),
        ("javascript:\u{301}alert(1)", "about:blank"),
        ("java\tscript:alert(1)", "about:blank"),
        ("data:text/html,x", "about:blank"),
    ])
    func `an address cannot carry a script`(address: String, expected: String) {
        // when
        let html: HTML = "\(url: address)"

        // then
        #expect(html.string == expected)
    }

    @Test func `JSON in a script element cannot end it`() {
        // given
        let json = #"{"name":"</script><!-- & \u2028"# + "\u{2028}\u{2029}é" + #""}"#

        // when
        let html: HTML = "<script type=\"application/json\">\(json: json)</script>"

        // then
        let expected =
            #"<script type="application/json">{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028\u2028\u2029é"}</script>"#
        #expect(html.string == expected)
    }

    @Test func `no text whatever brings a tag to life`() {
        // given
        let pieces = ["<", ">", "\"", "'", "&", "a", " ", "é", "=", "/", "\u{0}", "😀"]
        var generator = SystemRandomNumberGenerator()

        for _ in 0..<500 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()

            // when
            let html: HTML = "\(text)"

            // then
            let escaped = html.string
            #expect(!escaped.contains { "<>\"'".contains($0) }, "\(text)")
            let back =
                escaped
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            #expect(back == text)
        }
    }
}
