import Assessment
public import Markup

extension CopyJudgementsModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "Copy judgements forward",
            lede: "Begin a term with the judgements of an earlier one, then change those that differ.",
            section: .assessments,
            breadcrumbs: [
                Breadcrumb("Assessments", place.route(.assessments)),
                Breadcrumb(AssessmentKind.summative.title, place.route(.chooseClass(.summative))),
                Breadcrumb("Copy forward"),
            ], errors: errors, styles: ["outcomes.css", "analysis.css"])
    }

    public func content(in frame: PageFrame) -> HTML {
        guard let form else {
            return EmptyState.render(
                "No class to copy judgements for in \(place.year.label)",
                "Classes stand here once the pupils of the year are in the school.")
        }
        return """
            \(form.render())\(plan.map { preview($0, frame) })
            """
    }

    private func preview(_ plan: Plan, _ frame: PageFrame) -> HTML {
        """
        <section class="card" aria-labelledby="what"><h2 id="what">What will happen</h2>\(facts(plan).factList())
        \(plan.copied == 0
            ? "<p>There is nothing to copy: nothing would be changed.</p>"
            : button(plan, frame))</section>
        <section class="card"><div class="table-box"><table class="roomy copy-table"><caption>\(plan.who), \(plan.to), after copying from \(plan.from)</caption>\
        <thead><tr><th scope="col">Pupil</th>\(plan.subjects.html { "<th scope=\"col\">\($0)</th>" })</tr></thead>\
        <tbody>\(plan.rows.html(line))</tbody></table></div></section>

        """
    }

    private func button(_ plan: Plan, _ frame: PageFrame) -> HTML {
        """
        <form method="post" action="\(url: place.link(.copyJudgements(query)))">\(frame.csrfField)\
        <input type="hidden" name="agreed" value="\(plan.fingerprint)">
        <p class="buttons"><button class="button main">Copy \(Count.of(plan.copied, "judgement"))</button>
        <a class="button quiet" href="\(url: place.link(.chooseClass(.summative)))">Cancel</a></p></form>
        """
    }

    private func facts(_ plan: Plan) -> [Fact] {
        [
            Fact(
                "Copied",
                "\(Count.of(plan.copied, "judgement")) of \(plan.from), with the assessment date \(plan.date)"),
            Fact(
                "Kept",
                plan.kept == 0
                    ? nil
                    : "\(Count.of(plan.kept, "judgement")) that \(plan.kept == 1 ? "is" : "are") in \(plan.to) already"),
            Fact(
                "Left empty",
                plan.without == 0
                    ? nil : "\(Count.of(plan.without, "judgement")), because there is none in \(plan.from)"),
        ].filter { $0.value != nil }
    }

    private func line(_ row: Row) -> HTML {
        """
        <tr><th scope="row"><a href="\(url: row.address)">\(row.name)</a>\
        \(row.className.map { " <span class=\"muted small\">\($0)</span>" as HTML })</th>\(row.cells.html(Self.cell))</tr>

        """
    }

    private static func cell(_ cell: Cell) -> HTML {
        switch cell {
        case .copied(let words): "<td>\(words) <span class=\"tag done\">to be copied</span></td>"
        case .kept(let words): "<td class=\"muted\">\(words) <span class=\"tag\">kept</span></td>"
        case .nothing: "<td class=\"muted\">Nothing to copy</td>"
        }
    }
}
