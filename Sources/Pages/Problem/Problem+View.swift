public import Markup

extension ProblemModel {
    public var heading: PageHeading { PageHeading(title) }

    public func content(in frame: PageFrame) -> HTML {
        """
        <div class="prose">\(reasons.html { "<p>\($0)</p>" })</div>
        \(next.map {
            "<p class=\"buttons\"><a class=\"button main\" href=\"\(url: ($0.route ?? .home).link)\">\($0.title)</a></p>"
                as HTML
        })
        """
    }
}
