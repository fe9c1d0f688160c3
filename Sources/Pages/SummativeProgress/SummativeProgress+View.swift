public import Markup
import Reports

extension SummativeProgressModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "Progress between terms",
            lede: "Whether the pupils of \(who) were judged lower, the same or higher for their age: \(terms).",
            section: .analysis, breadcrumbs: breadcrumbs, styles: ["outcomes.css", "analysis.css"],
            offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(form.render())\(bar.render())\(ChartPatterns.definitions)\(empty.map { $0.render() } ?? (bars + groupTables))\
        <section class="card report-method"><h2>How it is counted</h2><ul>\(notes.html { "<li>\($0)</li>" })</ul></section>

        """
    }

    private var bars: HTML {
        let rows = lines.html { line -> HTML in
            let bar = ShareBar(
                title: line.title, below: line.count(.below), at: line.count(.expected), higher: line.count(.better),
                levelNames: ["below expected", "expected", "better than expected"])
            return """
                <div class="share-row progress-row"><div class="share-title">\(line.title)</div><div>\(bar.render())</div>\
                <div class="share-figures"><ul>\(line.parts.html { "<li>\($0.step.title): \(Self.link($0))</li>" })</ul></div></div>

                """
        }
        return """
            <section class="card"><h2>\(terms)</h2><p class="chart-key">Each bar, from the left: below expected, expected, \
            better than expected.</p>
            \(rows)</section>

            """
    }

    private var groupTables: HTML {
        guard !tables.isEmpty else { return HTML() }
        return "<div class=\"report-columns\">\(tables.html(table))</div>\n"
    }

    private func table(_ table: Table) -> HTML {
        let steps = table.lines.first?.parts.map(\.step) ?? []
        let lines = table.lines.html { line in
            """
            <tr><th scope="row">\(line.title)</th>\(line.parts.html { "<td class=\"number\">\(Self.link($0))</td>" })</tr>

            """
        }
        return """
            <section class="card"><div class="table-box"><table class="figures-table"><caption>\(table.subject), by group</caption>\
            <thead><tr><th scope="col">Group</th>\(steps.html { "<th scope=\"col\" class=\"number\">\($0.title)</th>" })</tr></thead>\
            <tbody>
            \(lines)</tbody></table></div></section>

            """
    }

    private static func link(_ part: Part) -> HTML {
        part.address.map { "<a href=\"\(url: $0)\">\(part.words)</a>" } ?? HTML(text: part.words)
    }
}
