import Assessment
public import Markup
import Reports

extension ReportsHomeModel {
    public var heading: PageHeading {
        PageHeading(
            "Reports",
            lede: "Figures of \(place.year.label), right as of this moment. Every number opens the pupils behind it.",
            section: .reports)
    }

    public func content(in frame: PageFrame) -> HTML {
        guard hasResults else {
            return EmptyState.render(
                "No results in \(place.year.label) yet",
                """
                The report of each statutory assessment will be here as soon as the first result is in: how many pupils met \
                the standard, by group, beside national and beside the years before.
                """,
                button: ("Go to the assessments", place.link(.assessments)))
        }
        let sheets: HTML? = frame.visitor?.seesNames == true ? parents : nil
        return "\(allTogether)<div class=\"tiles\">\(items.html(tile))\(sheets)</div>\n"
    }

    private var allTogether: HTML {
        """
        <p><a class="button main" href="\(url: place.link(.statutoryReport(.dashboard)))">Statutory Dashboard</a> \
        <span class="muted">All headlines together, three years side by side.</span></p>

        """
    }

    private func tile(_ item: Item) -> HTML {
        let progress: HTML =
            item.due + item.recorded == 0 ? HTML() : "<p>\(ProgressBar.results(item.recorded, of: item.due))</p>"
        let id = item.page.path.last ?? ""
        return """
            <section class="card tile" aria-labelledby="\(id)"><h2 id="\(id)">\(item.title)</h2><p>\(item.text)</p>\(progress)\
            \(item.note.map { "<p class=\"muted\">\($0)</p>" as HTML })\
            \(item.pupils == 0 ? HTML() : "<p class=\"muted\">\(Count.of(item.pupils, "pupil"))</p>")\
            <p class="buttons"><a class="button" href="\(url: place.link(item.page))">Open the report\
            <span class="hidden"> \(item.title)</span></a></p></section>

            """
    }

    private var parents: HTML {
        """
        <section class="card tile" aria-labelledby="parents"><h2 id="parents">Sheets for parents</h2>
        <p>One page a pupil, with the results of End of Key Stage 2 in words, the school’s and the national figure beside them.</p>
        <p class="buttons"><a class="button" href="\(url: place.link(.parentsSheets()))">Open the sheets</a></p></section>
        """
    }
}
