public import Markup

extension AssessmentReportModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "\(title), \(year)", lede: lede, section: .reports, breadcrumbs: breadcrumbs, styles: ["outcomes.css"],
            offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(ChartPatterns.definitions)\(bar.render())\(note(yearNote))\(note(withheldNote))\(empty?.render() ?? thisYear)\
        \(tables.html { $0.render() })\(method)
        """
    }

    private func note(_ text: String?) -> HTML {
        text.map { "<p class=\"report-note\">\($0)</p>\n" } ?? HTML()
    }

    private var thisYear: HTML {
        """
        <div class="measure-tiles">\(tiles.html { MeasureTile(line: $0).render() })</div>
        \(bars.html { barSection($0.title, $0.bars) })\(marks.isEmpty ? HTML() : "<div class=\"report-columns\">\(marks.html { $0.render() })</div>\n")\
        \(groupSection)
        """
    }

    private func barSection(_ title: String, _ bars: [MeasureBar]) -> HTML {
        let hasHigher = bars.contains { $0.higher != nil }
        let names = ["not met", "expected"] + (hasHigher ? ["greater depth"] : [])
        let swatches = zip(ChartLevel.allCases, names).map { level, words -> HTML in
            "<span><svg width=\"16\" height=\"16\"><rect class=\"\(raw: level.fill)\" width=\"16\" height=\"16\"/></svg> \(words)</span>"
        }
        return """
            <section class="card report-standards"><div class="report-head"><h2>\(title)</h2>\
            <p class="chart-key" aria-hidden="true">\(HTML.join(swatches))</p></div>
            \(bars.html { $0.render() })</section>

            """
    }

    private var groupSection: HTML {
        guard let groups else { return HTML() }
        return """
            <section class="card report-groups"><h2>\(groups.title)</h2>\(comparison.map { $0.render() })\
            \(gaps.html { "<p class=\"near\">\($0)</p>\n" })\
            <details class="more"\(attribute: "open", comparison == nil ? "" : nil)><summary>Figures as a table</summary>\(groups.render())</details></section>

            """
    }

    private var method: HTML {
        """
        <section class="card report-method"><h2>Who counts, and why</h2><ul>\(notes.html { "<li>\($0)</li>" })</ul></section>

        """
    }
}
