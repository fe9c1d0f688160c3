import Markup

/// What stands where there is nothing yet: what will be here, and the button that brings it.
enum EmptyState {
    static func render(_ title: String, _ text: String, button: (title: String, link: String)? = nil) -> HTML {
        """
        <div class="empty"><h2>\(title)</h2><p>\(text)</p>\
        \(button.map { "<p><a class=\"button main\" href=\"\(url: $0.link)\">\($0.title)</a></p>" as HTML })</div>

        """
    }
}
