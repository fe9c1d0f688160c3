import Markup

/// A measure as a tile: this year's figure large with its counts, the years before it small.
struct MeasureTile {
    let line: MeasureLine
    var now: MeasureYear? { line.now }

    func render() -> HTML {
        """
        <section class="card measure-tile" aria-labelledby="tile-\(line.id)"><h2 id="tile-\(line.id)">\(title)</h2>\
        \(line.about.map { "<p class=\"measure-about\">\($0)</p>" as HTML })\
        <div class="measure-now"><div>\(now.map(figure))</div>\(hasFigure ? line.sparkline.render() : HTML())</div>\
        \(facts)</section>

        """
    }

    private var hasFigure: Bool { line.years.contains { $0.value != nil } }

    private var title: HTML {
        line.address.map { "<a href=\"\(url: $0)\">\(line.title)</a>" } ?? HTML(text: line.title)
    }

    private func figure(_ year: MeasureYear) -> HTML {
        let words = MeasureTable.opened(year, year.words)
        guard let figure = year.figure else { return "<p class=\"measure-none\">\(words)</p>" }
        return "<p class=\"measure-figure\">\(figure)</p><p class=\"measure-counts\">\(words)</p>"
    }

    private var facts: HTML {
        var facts: [HTML] = []
        if let note = now?.note { facts.append(HTML(text: note)) }
        if let others = now?.others { facts.append(HTML(text: others)) }
        if let change = line.change { facts.append("<b>\(MeasureTable.words(change)) on \(change.since)</b>") }
        if let national = line.national { facts.append("National \(national)") }
        if let gap = line.gap { facts.append("Disadvantage gap \(gap)") }
        if line.isSmall, let chance = line.chance { facts.append("<span class=\"caution\">\(chance)</span>") }
        guard !facts.isEmpty else { return HTML() }
        return "<ul class=\"measure-facts\">\(facts.html { "<li>\($0)</li>" })</ul>"
    }
}
