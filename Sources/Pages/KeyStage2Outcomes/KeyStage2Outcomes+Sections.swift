import Markup

extension KeyStage2OutcomesModel {
    /// Scaled scores of one test.
    func section(_ scores: OutcomeScores) -> HTML {
        guard scores.withheld == nil else {
            return
                "<section class=\"card\"><h2>\(scores.title), scaled scores</h2><p class=\"withheld\">\(scores.withheld)</p></section>\n"
        }
        let chart: HTML =
            scores.histogram.total == 0
            ? "<p>No scaled scores.</p>"
            : """
            \(scores.histogram.render())<details class="more"><summary>Figures as a table</summary>\(rangeTable(scores))</details>
            """
        return """
            <section class="card"><h2>\(scores.title), scaled scores</h2>
            \(chart)\(nearMisses(scores))<p class="chart-note">\(scores.basis)</p></section>

            """
    }

    private func rangeTable(_ scores: OutcomeScores) -> HTML {
        guard scores.rangeAddresses.count == scores.histogram.bins.count else { return scores.histogram.table() }
        let lines = zip(scores.histogram.bins, scores.rangeAddresses).map { bin, address -> HTML in
            """
            <tr><th scope="row">\(bin.title)</th><td class="number"><a href="\(url: address)">\(bin.count)</a></td></tr>
            """
        }
        return """
            <table class="figures-table"><caption class="hidden">\(scores.title), scaled scores</caption><thead><tr>\
            <th scope="col">Scaled score</th><th scope="col" class="number">Pupils</th></tr></thead>\
            <tbody>\(HTML.join(lines))</tbody></table>
            """
    }

    private func nearMisses(_ scores: OutcomeScores) -> HTML {
        let count = scores.nearMissCount
        guard count.count > 0 else { return "<p class=\"near\">No near misses at 97 to 99.</p>\n" }
        let words = count.count == 1 ? "1 near miss" : "\(count.count) near misses"
        let head: HTML = count.address.map { "<a href=\"\(url: $0)\">\(words)</a>" } ?? HTML(text: words)
        let names = scores.nearMisses.map { $0.render() }
        return """
            <p class="near"><b>\(head)</b> at 97 to 99\(names.isEmpty ? HTML() : ": \(HTML.join(names, separator: ", "))")</p>

            """
    }

    /// The comparison of groups.
    var comparisonSection: HTML {
        guard let comparison else { return HTML() }
        return """
            <section class="card wide-card"><h2>\(comparison.title), by group</h2>
            \(comparison.render())\(gap.map { "<p class=\"near\">\($0)</p>\n" as HTML })\
            <details class="more"><summary>Figures as a table</summary><div class="table-box">\(comparison.table())</div></details></section>

            """
    }

    /// Counts by code.
    func section(_ codes: OutcomeCodes) -> HTML {
        guard !codes.rows.isEmpty else {
            return "<section class=\"card\"><h2>\(codes.title)</h2><p>None recorded.</p></section>\n"
        }
        let lines = codes.rows.html { row -> HTML in
            let counts = row.counts.html { figure -> HTML in
                guard let figure else { return "<td class=\"number muted\">–</td>" }
                let words: HTML =
                    figure.address.map { "<a href=\"\(url: $0)\">\(figure.count)</a>" } ?? "\(figure.count)"
                return "<td class=\"number\">\(figure.count == 0 ? "0" : words)</td>"
            }
            return
                "<tr><th scope=\"row\"><b>\(row.code)</b> <span class=\"meaning\">\(row.meaning)</span></th>\(counts)</tr>\n"
        }
        return """
            <section class="card"><h2>\(codes.title)</h2><div class="table-box"><table class="figures-table">\
            <caption class="hidden">\(codes.title)</caption><thead><tr><th scope="col">Code</th>\
            \(codes.subjects.html { "<th scope=\"col\" class=\"number\">\($0)</th>" })</tr></thead><tbody>
            \(lines)</tbody></table></div></section>

            """
    }

    /// How the figures are made.
    var method: HTML {
        let toggle: HTML =
            specialConsiderationSwitch.map { " <a href=\"\(url: $0.address)\">\($0.title)</a>" } ?? HTML()
        return """
            <section class="card report-method"><h2>Who counts, and why</h2>
            <ul><li>\(specialConsideration)\(toggle)</li>
            <li>Reading, mathematics and grammar, punctuation and spelling: every pupil with an entry except codes M, L, F and P. \
            Writing and science: except L, F and P. A pupil with codes A, B, N or others counts as not having met the standard.</li>
            <li>Reading, writing and mathematics together: pupils who count in all three.</li>
            <li>The average scaled score is over pupils with a scaled score only.</li>
            \(nationalSentence)</ul></section>
            """
    }

    private var nationalSentence: HTML {
        var kinds: [OutcomeNational.Kind] = []
        for national in rows.flatMap({ [$0.national, $0.nationalHigher] }).compactMap(\.self)
        where !kinds.contains(national.kind) {
            kinds.append(national.kind)
        }
        guard !kinds.isEmpty else { return "<li>No national figure is published for this group.</li>\n" }
        let year =
            kinds.allSatisfy { $0.year != self.year }
            ? " \(self.year) is not published here, so the last published year is shown." : ""
        let list = kinds.map { "\($0.year), \($0.basis), \($0.release)" }.joined(separator: "; ")
        let which = kinds.count > 1 ? " Which is which stands in the tables." : ""
        return "<li>National figures are those of the Department for Education: \(list).\(which)\(year)</li>\n"
    }
}
