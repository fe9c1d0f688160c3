import Assessment
public import Markup

extension TableModel {
    private var title: String { "\(key.subject.title), Key Stage \(key.keyStage), \(key.year)" }

    public var heading: PageHeading {
        PageHeading(
            title, lede: "Which raw mark gives which scaled score, as published.", section: .school,
            breadcrumbs: [
                Breadcrumb("School", place.route(.school)), Breadcrumb("Conversion tables", place.route(.tables)),
                Breadcrumb("\(key.subject.title) \(key.year)"),
            ], styles: ["outcomes.css"])
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        <section class="card" aria-labelledby="standards"><h2 id="standards">The standards</h2>
        \(facts.factList(missing: "not known"))</section>
        \(table.map { drawing($0) + figures($0) } ?? onlyThresholds)\(canWithdraw ? withdrawal(frame) : HTML())
        """
    }

    private func withdrawal(_ frame: PageFrame) -> HTML {
        """
        <form class="card" method="post" action="\(url: place.link(.table(key)))">\(frame.csrfField)\
        <input type="hidden" name="withdraw" value="1"><p>Out of use, it gives way to what came with Leadline; it is kept in \
        the history and can be loaded again.</p><p class="buttons"><button class="button">Take this table out of use</button></p>\
        </form>

        """
    }

    private var facts: [Fact] {
        let maximum = table?.maximum ?? threshold?.maximum
        func marks(_ raw: Int?) -> String? {
            raw.map { raw in maximum.map { "\(raw) of \($0) marks" } ?? "\(raw) marks" }
        }
        var facts = [Fact("Expected standard (100)", marks(table?.firstRaw(reaching: 100) ?? threshold?.expected))]
        if key.keyStage == 2 {
            facts.append(Fact("Higher standard (110)", marks(table?.firstRaw(reaching: 110) ?? threshold?.higher)))
        }
        if let table, let first = table.scores.firstIndex(where: { $0 != nil }) {
            facts.append(Fact("First scaled score", "at \(Count.of(first, "mark")); below that N, no scaled score"))
        }
        switch source {
        case .shipped: facts.append(Fact("Source", "came with Leadline"))
        case .loaded(let person, let when): facts.append(Fact("Source", "loaded by \(person), \(when)"))
        }
        return facts
    }

    private var onlyThresholds: HTML {
        """
        <p class="card">The full table of this test is not at hand. A raw mark says whether the standard was met, and gives no \
        scaled score. An Account Admin can <a href="\(url: place.link(.tables))">load the table</a>.</p>
        """
    }

    private func drawing(_ table: ConversionTable) -> HTML {
        let rules = key.keyStage == 1 ? [100] : [100, 110]
        let chart = ConversionStepChart(title: title, scores: table.scores, rules: rules)
        return """
            <figure class="card">\(chart.render())<figcaption class="muted small">Raw mark across, scaled score upwards. \
            \(chart.description)</figcaption></figure>

            """
    }

    private func figures(_ table: ConversionTable) -> HTML {
        let rows = table.scores.enumerated().html { raw, score in
            """
            <tr><th scope="row" class="number">\(raw)</th><td class="number">\(score.map(String.init) ?? "N")</td></tr>
            """
        }
        return """
            <details class="more"><summary>The table, mark by mark</summary>
            <div class="card table-box figures-narrow"><table><caption class="hidden">\(title)</caption><thead><tr>\
            <th scope="col" class="number">Raw mark</th><th scope="col" class="number">Scaled score</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div></details>
            """
    }
}
