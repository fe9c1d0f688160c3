import Assessment
public import Markup
import Reports

extension AnalysisHomeModel {
    public var heading: PageHeading {
        PageHeading(
            "Analysis", lede: "What compares: assessments, groups and years, each figure with its pupils behind it.",
            section: .analysis)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(dashboard)\(frame.visitor?.seesNames == true ? analyses : nil)\(groups.isEmpty && years.isEmpty ? nothing : "<div class=\"two-columns\">\(groupList)\(yearList)</div>")
        """
    }

    private var dashboard: HTML {
        """
        <section class="card" aria-labelledby="dashboard"><h2 id="dashboard">Statutory Dashboard</h2>
        <p>The headline of every statutory assessment from Reception to Year 6, this year and the two before, beside national; by \
        any group. Prints on one page for governors.</p>
        <p class="buttons"><a class="button main" href="\(url: place.link(.statutoryReport(.dashboard)))">Open the Statutory Dashboard</a>\
        </p></section>

        """
    }

    /// What is told pupil by pupil, so not to readers without names.
    private var analyses: HTML {
        func tile(_ id: String, _ title: String, _ text: String, _ page: SchoolPage) -> HTML {
            """
            <section class="card tile" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2><p>\(text)</p>\
            <p class="buttons"><a class="button" href="\(url: place.link(page))">Open<span class="hidden"> \(title)</span></a></p></section>
            """
        }
        return """
            <div class="tiles">\(tile("matrix", "Conversion matrix", "Where pupils stood in one assessment, and where they stood in another: any statutory assessment or term against any other.", .conversionMatrix()))\
            \(tile("progress", "Progress between terms", "Below, expected or better between two terms, by teachers’ own judgements.", .summativeProgress()))\
            \(tile("expectations", "Expectations", "What became of past pupils who started where today’s Year 6 started.", .expectations()))</div>

            """
    }

    private var nothing: HTML {
        EmptyState.render(
            "Nothing to compare by group in \(place.year.label) yet",
            "Groups and years appear here once End of Key Stage 2 results are in, by file or by hand.",
            button: ("Go to the assessments", place.link(.assessments)))
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
            <section class="card table-box"><table><caption>End of Key Stage 2 by group, \(place.year.label)</caption><thead><tr>\
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
