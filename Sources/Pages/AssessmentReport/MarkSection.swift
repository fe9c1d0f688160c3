import Markup

/// How marks spread in one check, and who is near the standard.
public struct MarkSection: Sendable, Hashable {
    /// Pupils named under the chart.
    public struct Named: Sendable, Hashable {
        /// "4 near misses", with the page that lists them.
        public var words: ReportLink
        /// After the words: "at 29 to 31".
        public var rest: String
        /// The pupils, each with the mark; empty for a reader who may not know.
        public var pupils: [OutcomeScores.NearMiss]

        /// Makes a list.
        public init(words: ReportLink, rest: String, pupils: [OutcomeScores.NearMiss] = []) {
            self.words = words
            self.rest = rest
            self.pupils = pupils
        }
    }

    public var title: String
    public var chart: MarkChart
    /// The pupils of each mark, by mark; empty where nobody may be named.
    public var addresses: [String]
    public var named: [Named]
    /// How to read the marks.
    public var note: String
    public var withheld: String?

    /// Makes a section.
    public init(
        title: String, chart: MarkChart, addresses: [String] = [], named: [Named] = [], note: String,
        withheld: String? = nil
    ) {
        self.title = title
        self.chart = chart
        self.addresses = addresses
        self.named = named
        self.note = note
        self.withheld = withheld
    }

    func render() -> HTML {
        if let withheld {
            return
                "<section class=\"card wide-card\"><h2>\(title)</h2><p class=\"withheld\">\(withheld)</p></section>\n"
        }
        let drawing: HTML =
            chart.total == 0
            ? "<p>No marks recorded.</p>"
            : """
            \(chart.render())<details class="more"><summary>Figures as a table</summary>\(table)</details>
            """
        return """
            <section class="card wide-card"><h2>\(title)</h2>\(drawing)\(named.html(list))<p class="chart-note">\(note)</p></section>

            """
    }

    private var table: HTML {
        let rows = chart.counts.indices.filter { chart.counts[$0] > 0 }.html { mark -> HTML in
            let count: HTML =
                addresses.indices.contains(mark)
                ? "<a href=\"\(url: addresses[mark])\">\(chart.counts[mark])</a>" : "\(chart.counts[mark])"
            return "<tr><th scope=\"row\">\(mark)</th><td class=\"number\">\(count)</td></tr>"
        }
        return """
            <table class="figures-table figures-narrow"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">Mark</th>\
            <th scope="col" class="number">Pupils</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func list(_ named: Named) -> HTML {
        let words: HTML = named.words.address.isEmpty ? HTML(text: named.words.title) : named.words.render()
        let pupils = named.pupils.map { $0.render() }
        return """
            <p class="near"><b>\(words)</b> \(named.rest)\(pupils.isEmpty ? HTML() : ": \(HTML.join(pupils, separator: ", "))")</p>

            """
    }
}
