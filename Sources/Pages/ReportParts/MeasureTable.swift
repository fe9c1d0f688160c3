import Markup

/// Measures over three years as a table: a row a measure, a cell a year, each figure with its counts.
public struct MeasureTable: Sendable, Hashable {
    public var title: String
    public var lines: [MeasureLine]

    /// Makes a table.
    public init(title: String, lines: [MeasureLine]) {
        self.title = title
        self.lines = lines
    }

    /// The table in its card.
    func render() -> HTML {
        guard let first = lines.first else { return HTML() }
        let years = first.years.map(\.year)
        let now = years.last ?? 0
        let hasGap = lines.contains { $0.gap != nil }
        return """
            <section class="card measure-years"><div class="table-box"><table class="figures-table stacked"><caption>\(title)</caption>\
            <thead><tr><th scope="col">Measure</th><th scope="col" class="print-only">Over the years</th>\
            \(years.html { "<th scope=\"col\" class=\"number\">\($0)</th>" })\
            <th scope="col" class="number">Change on \(now - 1)</th><th scope="col">National</th>\
            \(hasGap ? "<th scope=\"col\" class=\"number\">Disad\u{AD}vantage gap</th>" : HTML())</tr></thead><tbody>
            \(lines.html { row($0, now: now, hasGap: hasGap) })</tbody></table></div></section>

            """
    }

    private func row(_ line: MeasureLine, now: Int, hasGap: Bool) -> HTML {
        let title: HTML = line.address.map { "<a href=\"\(url: $0)\">\(line.title)</a>" } ?? HTML(text: line.title)
        return """
            <tr><th scope="row">\(title)\(line.about.map { "<small>\($0)</small>" as HTML })</th>\
            <td class="print-only">\(line.years.contains { $0.value != nil } ? line.sparkline.render() : HTML())</td>\
            \(line.years.html { year(line, $0) })\
            <td class="number" data-label="Change on \(now - 1)">\(line.change.map { Self.words($0) } ?? "–")</td>\
            <td class="national" data-label="National">\(line.national ?? "not published")</td>\
            \(hasGap ? "<td class=\"number\" data-label=\"Disadvantage gap\">\(line.gap ?? "–")</td>" : HTML())</tr>

            """
    }

    private func year(_ line: MeasureLine, _ year: MeasureYear) -> HTML {
        let isNow = year.year == line.now?.year
        let chance: HTML =
            (isNow ? line.chance : nil).map {
                "<small class=\"\(raw: line.isSmall ? "caution" : "chance")\">\($0)</small>"
            }
            ?? HTML()
        let more = [year.others, year.note].compactMap(\.self).html { "<small>\($0)</small>" }
        guard let figure = year.figure else {
            return "<td class=\"number none\" data-label=\"\(year.year)\">\(Self.opened(year, year.words))\(more)</td>"
        }
        return """
            <td class="number" data-label="\(year.year)"><b>\(figure)</b> <span class="nowrap">\(Self.opened(year, year.words))</span>\
            \(more)\(chance)</td>
            """
    }

    /// A year's words as the link to the pupils behind it, or as they are.
    static func opened(_ year: MeasureYear, _ words: String) -> HTML {
        year.address.map { "<a href=\"\(url: $0)\">\(words)</a>" } ?? HTML(text: words)
    }

    /// A change with its arrow, which the words say as well.
    static func words(_ change: MeasureLine.Change) -> HTML {
        "<span aria-hidden=\"true\">\(change.arrow)</span> \(change.words)"
    }
}
