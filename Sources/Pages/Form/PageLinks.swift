import Markup

/// Links from one page of a long list to the others.
enum PageLinks {
    /// - Parameters:
    ///   - current: the page shown, from 1.
    ///   - count: how many pages there are; nothing is shown for one.
    ///   - link: the address of a page.
    static func render(current: Int, count: Int, label: String, link: (Int) -> String) -> HTML {
        guard count > 1 else { return HTML() }
        let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - current) <= 2 }
        var items = HTML()
        var last = 0
        for page in shown {
            if page != last + 1 { items.append(raw: "<li aria-hidden=\"true\">…</li>") }
            items += """
                <li><a href="\(url: link(page))"\(attribute: "aria-current", page == current ? "page" : nil)>\
                <span class="hidden">Page </span>\(page)</a></li>
                """
            last = page
        }
        return "<nav class=\"page-links\" aria-label=\"\(label)\"><ul>\(items)</ul></nav>\n"
    }
}
