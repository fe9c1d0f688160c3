import Markup

extension GridKey {
    /// The panel beside the grid: shown when its link is followed (by `:target`), and toggled in place with JavaScript.
    static func panel(_ title: String, _ entries: [Entry], _ remarks: [String]) -> HTML {
        """
        <aside class="grid-panel" id="grid-key" aria-label="Information key"><div class="grid-panel-head"><h2>\(title)</h2>\
        <a class="button small panel-close" href="#grid">Close</a></div>
        \(entries.html(section))\(remarks.html { "<p>\($0)</p>\n" })</aside>
        """
    }

    private static func section(_ entry: Entry) -> HTML {
        let codes: HTML =
            entry.codes.isEmpty
            ? HTML() : "<dl>\(entry.codes.html { "<div><dt>\($0.code)</dt><dd>\($0.meaning)</dd></div>\n" })</dl>\n"
        return "<h3>\(entry.title)</h3>\n\(entry.values.map { "<p>\($0)</p>\n" as HTML })\(codes)"
    }
}
