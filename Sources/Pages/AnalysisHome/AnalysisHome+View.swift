import Assessment
public import Markup

extension AnalysisHomeModel {
    public var heading: PageHeading {
        PageHeading(
            "Analysis", lede: "The end of Key Stage 2 by group and by year, each figure with its pupils behind it.",
            section: .analysis)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !groups.isEmpty || !years.isEmpty else {
            return EmptyState.render(
                "Nothing to compare in \(place.year.label) yet",
                "Groups and years appear here once End of Key Stage 2 results are in, by file or by hand.",
                button: ("Go to the assessments", place.link(.assessments)))
        }
        return """
            <div class="two-columns">\(groupList)\(yearList)</div>
            """
    }

    private var groupList: HTML {
        guard !groups.isEmpty else { return HTML() }
        let rows = groups.html { item in
            """
            <tr><th scope="row"><a href="\(url: place.link(.keyStage2Outcomes(item.query)))">\(item.title)</a></th>\
            <td class="number">\(Count.of(item.pupils, "pupil"))</td></tr>
            """
        }
        return """
            <section class="card table-box"><table><caption>By group, \(place.year.label)</caption><thead><tr>\
            <th scope="col">Group</th><th scope="col" class="number">In the cohort</th></tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private var yearList: HTML {
        guard !years.isEmpty else { return HTML() }
        let items = years.html { year in
            let link = SchoolPlace(school: place.school, year: year).link(.keyStage2Outcomes())
            return "<li><a href=\"\(url: link)\">End of Key Stage 2 Outcomes, \(year.label)</a></li>"
        }
        return """
            <section class="card" aria-labelledby="by-year"><h2 id="by-year">By year</h2><ul class="links">\(items)</ul></section>
            """
    }
}
