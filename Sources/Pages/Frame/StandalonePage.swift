public import Markup

/// A page as a file by itself: styles inside, nothing to press, and no way to anywhere, so that it can be sent and kept.
public struct StandalonePage: Sendable {
    private let assets: Assets
    /// `Saltmarsh Primary School (820/9991), school year 2025/26. Written on 21 November 2026 by J. Bright.`
    private let about: String
    private let title: String

    /// - Parameters:
    ///   - title: whose the page is, in the title of the window.
    ///   - about: one line below the heading that says what the file is.
    public init(assets: Assets, title: String, about: String) {
        self.assets = assets
        self.title = title
        self.about = about
    }

    /// The whole document.
    public func render(_ page: some Page) -> HTML {
        let heading = page.heading
        let content = page.content(in: PageFrame(assets: assets, heading: heading))
        var document: HTML = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <title>\(heading.title) – \(title)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <style>
            \(styles(["leadline.css"] + heading.styles))
            .no-rail main{max-width:1180px} a{color:inherit;text-decoration:none}
            </style>
            </head>
            <body class="no-rail">
            <main id="main">
            <h1>\(heading.title)</h1>
            \(heading.lede.map { "<p class=\"lede\">\($0)</p>\n" as HTML })\
            <p class="muted">\(about)</p>

            """
        document.append(HTML(raw: PrintedMarkup.of(content.string)))
        document.append(raw: "\n</main>\n</body>\n</html>\n")
        return document
    }

    /// The house's own style sheets, which refer to nothing outside themselves.
    private func styles(_ names: [String]) -> HTML {
        var styles = HTML()
        for name in names {
            guard let asset = assets.asset(named: name) else { continue }
            styles.append(HTML(rendered: asset.bytes))
        }
        return styles
    }
}
