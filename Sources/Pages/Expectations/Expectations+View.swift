public import Markup

extension ExpectationsModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "Expectations",
            lede:
                "What became at the end of Key Stage 2 of this school’s past pupils who started where the Year 6 of \(year) started.",
            section: .analysis, breadcrumbs: breadcrumbs, styles: ["outcomes.css", "analysis.css"],
            offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(form.render())\(bar.render())\
        \(tooFew.map { ReportEmpty(title: "Too few cohorts to say", text: $0).render() } ?? table)\
        <section class="card report-method"><h2>How it is counted</h2><ul>\(notes.html { "<li>\($0)</li>" })</ul></section>

        """
    }

    private var table: HTML {
        let lines = rows.html { row -> HTML in
            let now: HTML = row.address.map { "<a href=\"\(url: $0)\">\(row.now)</a>" } ?? HTML(text: "\(row.now)")
            return """
                <tr><th scope="row">\(row.title)\(row.meaning.map { " <small>\($0)</small>" as HTML })</th>\
                <td class="number">\(now)</td><td class="words">\(row.words)\
                \(row.isFew ? " <span class=\"few\">Few pupils: it tells little of others.</span>" : HTML())</td>\
                \(row.counts.html { "<td class=\"number\">\($0)</td>" })</tr>

                """
        }
        return """
            <section class="card"><div class="table-box"><table class="figures-table expectations">\
            <caption><span>From \(start) to \(outcome). \(basis)</span></caption>\
            <thead><tr><th scope="col">Started at</th><th scope="col" class="number">Year 6 of \(year)</th>\
            <th scope="col">Past pupils</th>\(outcomes.html { "<th scope=\"col\" class=\"number\">\($0)</th>" })</tr></thead>\
            <tbody>
            \(lines)</tbody></table></div></section>

            """
    }
}
