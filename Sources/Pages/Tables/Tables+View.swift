import Assessment
public import Markup

extension TablesModel {
    public var heading: PageHeading {
        PageHeading(
            "Conversion tables",
            lede:
                "From raw mark to scaled score, by year. A table counts in every grid and report from the moment it is loaded.",
            section: .school,
            breadcrumbs: [Breadcrumb("School", place.route(.school)), Breadcrumb("Conversion tables")],
            errors: errors)
    }

    public func content(in frame: PageFrame) -> HTML {
        // After a refused table the form comes first: its errors are what the reader is looking for.
        errors.isEmpty ? "\(matrices)\(form(frame))" : "\(form(frame))\(matrices)"
    }

    private var matrices: HTML {
        Set(tables.map(\.key.keyStage)).sorted(by: >).html { matrix(keyStage: $0) }
    }

    private func matrix(keyStage: Int) -> HTML {
        let ours = tables.filter { $0.key.keyStage == keyStage }
        let subjects = [Subject.reading, .mathematics, .gps].filter { subject in
            ours.contains { $0.key.subject == subject }
        }
        let rows = Set(ours.map(\.key.year)).sorted(by: >).html { year in
            let cells = subjects.html { subject in
                let found = ours.first { $0.key.year == year && $0.key.subject == subject }
                return "<td>\(found.map(cell) ?? "<span class=\"muted\">no table yet</span>")</td>"
            }
            return "<tr><th scope=\"row\">\(year)</th>\(cells)</tr>"
        }
        return """
            <section class="card table-box"><table class="roomy"><caption>Key Stage \(keyStage)</caption><thead><tr>\
            <th scope="col">Year of the test</th>\(subjects.html { "<th scope=\"col\">\($0.title)</th>" })</tr></thead>\
            <tbody>\(rows)</tbody></table></section>

            """
    }

    private func cell(_ table: TableSummary) -> HTML {
        let source: HTML =
            switch table.source {
            case .shipped: "<span class=\"muted small\">came with Leadline</span>"
            case .loaded(let person, let when): "<span class=\"small\">loaded by \(person), \(when)</span>"
            }
        let link = place.link(.table(table.key))
        let name =
            "<span class=\"hidden\">, Key Stage \(table.key.keyStage) \(table.key.subject.inSentence) \(table.key.year)</span>"
            as HTML
        return switch table.extent {
        case .full: "<a href=\"\(url: link)\">Full table\(name)</a><br>\(source)"
        case .thresholds: "<a href=\"\(url: link)\">Thresholds only\(name)</a><br>\(source)"
        case .none: "<span class=\"muted\">no table yet</span>"
        }
    }

    private func form(_ frame: PageFrame) -> HTML {
        guard canLoad else {
            return "<p class=\"muted\">Account Owner and Account Admin load tables.</p>"
        }
        return """
            <form class="card" method="post" action="\(url: place.link(.tables))" enctype="multipart/form-data" novalidate>
            \(frame.csrfField)<h2>Load a table</h2>
            <p class="muted">A CSV or XLSX with <span class="code">year,key_stage,subject,raw_score,scaled_score</span>, or two columns \
            (raw score, scaled score) under a subject’s name as copied from the DfE’s page. <span class="code">N</span> stands \
            for no scaled score. It is checked first: every raw mark once, never falling, 100 reached.</p>
            \(FormField("file", "A file", errors: errors, width: .full, isOptional: true).file(accepting: ".csv,.txt,.xlsx,text/csv"))\
            \(FormField("text", "Or paste it here", value: text, errors: errors, width: .full, isOptional: true)
                .textarea(rows: 6))\
            \(FormField(
                "year", "Year of the test", value: yearText, hint: "For two columns without a year, like 2026",
                errors: errors, width: .short, isOptional: true
            ).input())\
            \(asksToReplace
                ? "<p><label class=\"tick\"><input type=\"checkbox\" id=\"field-replace\" name=\"replace\" value=\"1\"> Replace the table that is there; the old one is kept in the history</label></p>"
                as HTML : nil)
            <p class="buttons"><button class="button main">Load the table</button></p>
            </form>

            """
    }
}
