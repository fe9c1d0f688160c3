import Assessment
public import Markup

extension ParentsSheetsModel {
    public var heading: PageHeading {
        PageHeading(
            "Sheets for parents",
            lede: "One page a pupil, with End of Key Stage 2 results in words. Print a class at once.",
            section: .reports,
            breadcrumbs: [Breadcrumb("Reports", place.route(.reports)), Breadcrumb("Sheets for parents")],
            errors: errors, styles: ["parents.css"])
    }

    public func content(in frame: PageFrame) -> HTML {
        guard !sheets.isEmpty else {
            return EmptyState.render(
                "No Year 6 pupils in \(place.year.label)",
                "The sheets are here once the pupils of Year 6 are, and fill as results come in.",
                button: ("Go to the pupils", place.link(.pupils())))
        }
        return """
            \(filters)\(canEdit ? form(frame) : nil)
            <p class="count screen-only" role="status">\(Count.of(sheets.count, "sheet"))\
            \(isDraft ? ", draft: without test results" as HTML : nil)</p>
            <div class="parents-sheets">\(sheets.html(sheet))</div>
            """
    }

    private var filters: HTML {
        """
        <form class="filters" method="get" action="\(url: place.link(.parentsSheets()))">
        \(FormField("class", "Class", value: query.className ?? "")
            .select([.init("", "All of Year 6")] + classes.map { .init($0, $0) }))\
        \(FormField("draft", "Test results", value: isDraft ? "1" : "0")
            .select([.init("0", "With test results"), .init("1", "Draft, without")]))
        <button class="button">Show</button>
        <span class="buttons"><button class="button main" type="button" data-print hidden>Print</button></span></form>
        """
    }

    private func form(_ frame: PageFrame) -> HTML {
        """
        <details class="more screen-only"\(flag: "open", !errors.isEmpty)><summary>The school’s heading and text</summary>
        <form class="card form" method="post" action="\(url: place.link(.parentsSheets(query)))" novalidate>\(frame.csrfField)
        \(FormField("heading", "Heading", value: textHeading, errors: errors, width: .full).input(isSpellchecked: true))\
        \(FormField(
            "text", "Text", value: text, hint: "Up to 1,000 characters in 5 paragraphs, with an empty line between two, so that a sheet stays on one page", errors: errors, width: .full,
            isOptional: true
        ).textarea(rows: 8))
        <p class="buttons"><button class="button main">Save</button></p></form></details>
        """
    }

    private func sheet(_ sheet: Sheet) -> HTML {
        """
        <article class="card parents-sheet"><header><p>\(schoolName)</p><p>\(place.year.label)</p></header>
        <h2>\(sheet.name)</h2><p class="muted">\(sheet.className ?? "")</p>
        <h3>\(textHeading)</h3>
        \(paragraphs.html { "<p>\($0)</p>" })
        \(isDraft
            ? "<p>Test results come in July. This sheet shows the teachers’ assessments so far.</p>" as HTML
            : table("Tests", sheet.tests, hasScores: true))
        \(table("Teachers’ assessments", sheet.teacherAssessments, hasScores: false))
        <p class="small muted">“Our school” says how many of the school’s Year 6 pupils met the expected standard in the subject, “England” \
        the share of all pupils of that age, with its year. A dash: the figure is not known, or so few pupils are concerned \
        that it would tell of single children.</p>
        </article>
        """
    }

    private var paragraphs: [String] {
        text.split(separator: "\n\n").map { String($0) }
    }

    private func table(_ title: String, _ lines: [Line], hasScores: Bool) -> HTML {
        guard !lines.isEmpty else { return HTML() }
        let rows = lines.html { line in
            """
            <tr><th scope="row">\(line.subject)</th>\
            \(hasScores ? "<td class=\"number strong\">\(line.score ?? "–")</td>" as HTML : nil)\
            <td>\(line.meaning)</td><td>\(line.school ?? "–")</td><td>\(line.national ?? "–")</td></tr>
            """
        }
        return """
            <div class="table-box" tabindex="0" role="group" aria-label="\(title)"><table class="figures"><caption>\(title)</caption>\
            <thead><tr><th scope="col">Subject</th>\
            \(hasScores ? "<th scope=\"col\" class=\"number\">Scaled score</th>" as HTML : nil)<th scope="col">What it means</th>\
            <th scope="col">Our school</th><th scope="col">England</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
