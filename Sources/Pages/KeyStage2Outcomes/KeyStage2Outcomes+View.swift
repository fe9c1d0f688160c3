public import Markup

extension KeyStage2OutcomesModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "End of Key Stage 2 Outcomes, \(year)", lede: lede, section: .reports, breadcrumbs: breadcrumbs,
            styles: ["outcomes.css"], offersFiles: true)
    }

    private var lede: String {
        let who = groupTitle == "All pupils" ? "pupils of Year 6" : "pupils of Year 6 in the group “\(groupTitle)”"
        let many = cohort.map { "How many of the \(Count.grouped($0)) \(who)" } ?? "How many \(who)"
        return "\(many) met the standard, in each subject and in reading, writing and mathematics together."
    }

    public func content(in frame: PageFrame) -> HTML {
        guard cohort != 0 else { return "\(bar.render())\(emptyState)\(years.html { $0.render() })" }
        return """
            \(ChartPatterns.definitions)\(bar.render())\(notRecordedNote)\(withheldNote.map { "<p class=\"report-note\">\($0)</p>\n" as HTML })\
            \(standards)<div class="report-columns scores">\(scores.html(section))\(comparisonSection)</div>
            <div class="report-columns">\(codes.html(section))</div>
            \(years.html { $0.render() })\(method)
            """
    }

    private var emptyState: HTML {
        let action: HTML =
            entryAddress.map { "<p><a class=\"button main\" href=\"\(url: $0)\">Enter results</a></p>" } ?? HTML()
        return """
            <div class="empty card"><h2>No pupils in this group</h2><p>The outcomes of Year 6 stand here as soon as pupils belong to \
            the group in \(year).</p>\(action)</div>
            """
    }

    private var notRecordedNote: HTML {
        guard let notRecorded, let cohort, notRecorded.count > 0 else { return HTML() }
        return """
            <p class="report-note"><b>\(opened(notRecorded, "\(notRecorded.count) of \(cohort) not yet recorded")).</b> \
            They are left out of every figure until something is entered for them.</p>

            """
    }

    private var standards: HTML {
        """
        <section class="card report-standards" aria-labelledby="met"><div class="report-head"><h2 id="met">Met the standard</h2>\
        <p class="chart-key" aria-hidden="true">\(legend)</p></div>
        \(rows.html(line))\(chance)
        <details class="more"><summary>Figures as a table</summary><div class="table-box">\(standardsTable)</div></details></section>

        """
    }

    private var legend: HTML {
        let parts = ["not met", "expected", "higher, greater depth"]
        let swatches = zip(ChartLevel.allCases, parts).map { level, words -> HTML in
            """
            <span><svg width="16" height="16"><rect class="\(raw: level.fill)" width="16" height="16"/></svg> \(words)</span>
            """
        }
        let national: HTML =
            rows.contains { $0.national != nil }
            ? "<span><svg width=\"8\" height=\"16\"><line class=\"tick\" x1=\"4\" x2=\"4\" y1=\"0\" y2=\"16\"/></svg> national share who met it</span>"
            : HTML()
        return HTML.join(swatches) + national
    }

    private func line(_ row: OutcomeRow) -> HTML {
        let badge: HTML = row.isTeacherAssessment ? " <small>TA</small>" : ""
        guard row.withheld == nil else {
            return """
                <div class="share-row"><span class="share-title">\(row.title)\(badge)</span><p class="withheld">\(row.withheld)</p></div>

                """
        }
        return """
            <div class="share-row"><span class="share-title">\(row.title)\(badge)</span>\(row.bar.render())\
            <div class="share-figures"><p>\(share(row.expected, of: row.eligible, isStrong: true))</p>\
            \(row.higher.map { "<p>\(row.higherName) \(share($0, of: row.eligible))</p>" as HTML })\
            \(details(of: row))</div></div>

            """
    }

    private func share(_ part: OutcomeFigure, of whole: OutcomeFigure, isStrong: Bool = false) -> HTML {
        let percent = whole.count == 0 ? "" : " (\(Count.percent(part.count, of: whole.count))%)"
        let words = opened(part, isStrong ? "\(part.count) of \(whole.count)\(percent)" : "\(part.count)\(percent)")
        return isStrong ? "<b class=\"nowrap\">\(words)</b>" : words
    }

    private func details(of row: OutcomeRow) -> HTML {
        var parts: [HTML] = []
        if let average = row.average {
            let scores = average.pupils.count == 1 ? "1 score" : "\(average.pupils.count) scores"
            parts.append("average \(average.words), of \(opened(average.pupils, scores))")
        }
        if !row.leftOut.isEmpty {
            parts.append(
                "not counted: \(HTML.join(row.leftOut.map { opened($0.figure, "\($0.figure.count) \($0.reason)") }, separator: ", "))"
            )
        }
        return parts.isEmpty ? HTML() : "<p class=\"small\">\(HTML.join(parts, separator: "; "))</p>"
    }

    private func opened(_ figure: OutcomeFigure, _ words: String) -> HTML {
        figure.address.map { "<a href=\"\(url: $0)\">\(words)</a>" } ?? HTML(text: words)
    }

    private var chance: HTML {
        var sentences: [String] = []
        if rows.contains(where: { $0.expected.address != nil }) {
            sentences.append("Every number opens the pupils behind it.")
        }
        if let row = rows.first, row.withheld == nil, let interval = row.interval, let onePupil = row.onePupil {
            let area = row.title.prefix(1).lowercased() + row.title.dropFirst()
            sentences.append(
                """
                With \(Count.of(row.eligible.count, "pupil")), \(onePupil); by chance alone, the share in \(area) could lie \
                anywhere from \(interval).
                """)
        }
        return sentences.isEmpty ? HTML() : "<p class=\"chart-note\">\(sentences.joined(separator: " "))</p>\n"
    }

    private var standardsTable: HTML {
        let lines = rows.html { row -> HTML in
            let name: HTML =
                "<th scope=\"row\">\(row.title)\(row.isTeacherAssessment ? " (teacher assessment)" : "")</th>"
            guard row.withheld == nil else { return "<tr>\(name)<td colspan=\"9\">\(row.withheld)</td></tr>\n" }
            let none = "not published"
            return """
                <tr>\(name)<td class="number">\(row.eligible.count)</td>\
                <td class="number">\(row.bar.below)</td><td class="number">\(row.expected.count)</td>\
                <td class="number">\(percent(row.expected, row))</td><td>\(row.interval)</td>\
                <td class="number">\(row.higher.map { String($0.count) } ?? "–")</td>\
                <td class="number">\(row.higher.map { percent($0, row) } ?? "–")</td>\
                <td>\(row.national?.words(reportYear: year) ?? none)</td>\
                <td>\(row.higher == nil ? "–" : row.nationalHigher?.words(reportYear: year) ?? none)</td></tr>

                """
        }
        return """
            <table class="figures-table"><caption class="hidden">Met the standard, \(year), \(groupTitle)</caption><thead><tr>\
            <th scope="col">Subject</th><th scope="col" class="number">Counted</th><th scope="col" class="number">Not met</th>\
            <th scope="col" class="number">Met</th><th scope="col" class="number">Met, %</th><th scope="col">95% interval</th>\
            <th scope="col" class="number">Higher</th><th scope="col" class="number">Higher, %</th>\
            <th scope="col">National, met</th><th scope="col">National, higher</th></tr></thead><tbody>
            \(lines)</tbody></table>
            """
    }

    private func percent(_ part: OutcomeFigure, _ row: OutcomeRow) -> String {
        row.eligible.count == 0 ? "–" : "\(Count.percent(part.count, of: row.eligible.count))%"
    }
}
