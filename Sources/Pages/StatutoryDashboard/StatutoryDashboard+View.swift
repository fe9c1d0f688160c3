public import Markup

extension StatutoryDashboardModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "Statutory Dashboard, \(year)",
            lede:
                "The headline of every statutory assessment, this year and the two before, beside national\(who). Right as of this moment.",
            section: .analysis, breadcrumbs: breadcrumbs, styles: ["outcomes.css"],
            offersFiles: true)
    }

    private var who: String { groupTitle == "All pupils" ? "" : ", of the group “\(groupTitle)”" }

    public func content(in frame: PageFrame) -> HTML {
        if let empty { return "\(bar.render())\(empty.render())" }
        return """
            \(bar.render())\(withheldNote.map { "<p class=\"report-note\">\($0)</p>\n" as HTML })\
            <div class="measure-tiles screen-only">\(lines.html { MeasureTile(line: $0).render() })</div>
            \(MeasureTable(title: "The years side by side", lines: lines).render())\
            <section class="card report-method"><h2>How to read it</h2><ul>\(notes.html { "<li>\($0)</li>" })</ul></section>

            """
    }
}
