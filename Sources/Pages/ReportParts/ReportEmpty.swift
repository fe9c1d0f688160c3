import Markup

/// What a report says where there is nothing to count: what will be here, and the buttons that bring it.
public struct ReportEmpty: Sendable, Hashable {
    public var title: String
    public var text: String
    public var links: [ReportLink]

    /// Makes an empty state.
    public init(title: String, text: String, links: [ReportLink] = []) {
        self.title = title
        self.text = text
        self.links = links
    }

    func render() -> HTML {
        let buttons = links.html { "<a class=\"button\" href=\"\(url: $0.address)\">\($0.title)</a> " }
        return """
            <div class="empty card"><h2>\(title)</h2><p>\(text)</p>\
            \(links.isEmpty ? HTML() : "<p class=\"buttons\">\(buttons)</p>")</div>

            """
    }
}
