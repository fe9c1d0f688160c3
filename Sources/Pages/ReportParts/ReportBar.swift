import Markup

/// What stands above every report: the way to the others with the same group, the choice of the group, and what can be taken
/// away.
public struct ReportBar: Sendable, Hashable {
    /// The reports of the year; the one that is shown is current.
    public var reports: [ReportLink]
    /// The groups used most; the rest stand under *More groups*.
    public var groups: [ReportLink]
    /// All other groups.
    public var moreGroups: [ReportLink]
    /// What the chosen group can be crossed with; empty while all pupils are shown.
    public var crossings: [ReportLink]
    /// What it is crossed with now ("Boys"); nil for nothing.
    public var crossedWith: String?
    /// Files of the same figures.
    public var exports: [ReportLink]

    /// Makes a bar.
    public init(
        reports: [ReportLink] = [], groups: [ReportLink], moreGroups: [ReportLink] = [], crossings: [ReportLink] = [],
        crossedWith: String? = nil, exports: [ReportLink] = []
    ) {
        self.reports = reports
        self.groups = groups
        self.moreGroups = moreGroups
        self.crossings = crossings
        self.crossedWith = crossedWith
        self.exports = exports
    }

    /// The bar as it stands in a page.
    func render() -> HTML {
        """
        \(reportLinks)<div class="report-bar"><nav class="pills" aria-label="Group">\(groups.html { $0.render(className: "pill") })\
        \(menu("More groups", moreGroups, isCurrent: moreGroups.contains(where: \.isCurrent)))\
        \(menu(crossedWith.map { "and: \($0)" } ?? "Crossed with", crossings, isCurrent: crossedWith != nil))</nav>\
        <span class="grow"></span><div class="buttons"><button class="button" type="button" data-print hidden>Print</button>\
        \(exports.html { "<a class=\"button\" href=\"\(url: $0.address)\">\($0.title)</a>" })</div></div>

        """
    }

    private var reportLinks: HTML {
        guard !reports.isEmpty else { return HTML() }
        return """
            <nav class="report-tabs" aria-label="Reports of the year"><ul>\(reports.html { "<li>\($0.render())</li>" })</ul></nav>

            """
    }

    private func menu(_ title: String, _ links: [ReportLink], isCurrent: Bool) -> HTML {
        guard !links.isEmpty else { return HTML() }
        return """
            <details class="menu"><summary class="pill"\(attribute: "aria-current", isCurrent ? "true" : nil)>\(title)</summary>\
            <div class="sheet"><ul>\(links.html { "<li>\($0.render())</li>" })</ul></div></details>
            """
    }
}
