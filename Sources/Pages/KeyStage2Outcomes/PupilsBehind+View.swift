public import Markup

extension PupilsBehindModel: Page {
    public var heading: PageHeading {
        PageHeading(
            title, lede: "The pupils behind this number. \(report).", section: section, breadcrumbs: breadcrumbs,
            styles: ["outcomes.css"])
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(total)\(withheld.map { "<p class=\"report-note\">\($0)</p>" as HTML } ?? lists)
        """
    }

    private var total: HTML {
        guard let counts else { return HTML() }
        if let sum {
            return "<p class=\"behind-sum\"><b>\(sum)</b> · \(Count.of(counts.leftOut, "pupil")) left out</p>\n"
        }
        let percent = counts.denominator == 0 ? "" : " (\(Count.percent(counts.numerator, of: counts.denominator))%)"
        return """
            <p class="behind-sum"><b>\(counts.numerator) of \(counts.denominator)\(percent)</b> · \
            \(Count.of(counts.leftOut, "pupil")) left out</p>

            """
    }

    private var lists: HTML {
        """
        <div class="report-columns">\(list(names.numerator, numerator, resultTitle, "Nobody."))\
        \(list(names.others, others, resultTitle, "Nobody."))\(list("Left out, and why", leftOut, "Reason", "Nobody is left out."))</div>
        """
    }

    private func list(_ title: String, _ pupils: [Pupil], _ heading: String, _ none: String) -> HTML {
        guard !pupils.isEmpty else { return "<section class=\"card\"><h2>\(title)</h2><p>\(none)</p></section>\n" }
        let lines = pupils.html { pupil -> HTML in
            let name: HTML = pupil.address.map { "<a href=\"\(url: $0)\">\(pupil.name)</a>" } ?? HTML(text: pupil.name)
            return """
                <tr><th scope="row">\(name)\(pupil.className.map { " <small data-column=\"Class\">\($0)</small>" as HTML })</th><td>\(pupil.result)</td></tr>

                """
        }
        return """
            <section class="card"><h2>\(title) <span class="muted">\(pupils.count)</span></h2><table class="figures-table">\
            <caption class="hidden">\(title)</caption><thead><tr><th scope="col">Pupil</th><th scope="col">\(heading)</th></tr></thead>\
            <tbody>
            \(lines)</tbody></table></section>

            """
    }
}
