import Assessment
public import Markup

extension PupilModel {
    private var title: String { name ?? "Pupil \(number)" }

    public var heading: PageHeading {
        PageHeading(
            title, lede: standing.map { "\($0) in \(place.year.label)." } ?? "In no year group in \(place.year.label).",
            section: .pupils, breadcrumbs: [Breadcrumb("Pupils", place.route(.pupils())), Breadcrumb(title)])
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(buttons)
        \(results.isEmpty ? noResults : results.html(table))
        <section class="card" aria-labelledby="facts"><h2 id="facts">Details</h2>\
        \(facts.factList(missing: "not recorded"))</section>
        """
    }

    private var buttons: HTML? {
        var buttons: [HTML] = []
        if canEdit {
            buttons.append(
                "<a class=\"button main\" href=\"\(url: place.link(.editPupil(id)))\">Change details</a>")
        }
        if !results.isEmpty {
            buttons.append("<a class=\"button\" href=\"\(url: place.link(toPupil: id))\">Results over time</a>")
        }
        if name != nil, results.contains(where: { $0.year == place.year && !$0.lines.isEmpty }) {
            buttons.append(
                "<a class=\"button\" href=\"\(url: place.link(.parentsSheets(ParentsQuery(pupil: id))))\">Sheet for parents</a>"
            )
        }
        guard !buttons.isEmpty else { return nil }
        return "<p class=\"buttons screen-only\">\(buttons.html { $0 })</p>"
    }

    private var noResults: HTML {
        """
        <section class="card"><h2>Results</h2><p>No results yet. They appear here as soon as they are entered on the grid \
        or come by file.</p></section>

        """
    }

    private func table(_ results: PupilResults) -> HTML {
        let title = "\(results.title), \(results.year.label)"
        guard results.parts.isEmpty else { return table(results.parts, title) }
        let lines = results.lines.html { line in
            """
            <tr><th scope="row">\(line.subject.title)</th><td>\(line.marks ?? "–")</td><td>\(line.total ?? "–")</td>\
            <td class="strong">\(line.scaledScore ?? "–")</td><td>\(line.outcome ?? "–")</td>\
            <td>\(line.teacherAssessment ?? "–")</td></tr>
            """
        }
        return """
            <section class="card table-box" tabindex="0" aria-label="\(title)"><table class="figures"><caption>\(title)</caption>\
            <thead><tr><th scope="col">Subject</th><th scope="col">Marks</th><th scope="col">Total</th>\
            <th scope="col">Scaled score</th><th scope="col">Outcome</th><th scope="col">Teacher assessment</th></tr></thead>\
            <tbody>\(lines)</tbody></table></section>

            """
    }

    private func table(_ parts: [PupilResults.Part], _ title: String) -> HTML {
        let rows = parts.html { part in
            part.values.enumerated().html { place, value in
                """
                <tr>\(place == 0 ? "<th scope=\"rowgroup\" rowspan=\"\(part.values.count)\">\(part.title)</th>" as HTML : nil)\
                <td>\(value.title)</td><td class="strong">\(value.text)</td></tr>
                """
            }
        }
        return """
            <section class="card table-box" tabindex="0" aria-label="\(title)"><table class="figures"><caption>\(title)</caption>\
            <thead><tr><th scope="col">Part</th><th scope="col">What</th><th scope="col">Result</th></tr></thead>\
            <tbody>\(rows)</tbody></table></section>

            """
    }
}
