public import Markup

/// One measure over years: a point and its figure each, joined by a line, with years without a figure as a gap that says why.
public struct YearsChart: Sendable, Hashable {
    /// A year of the measure.
    public struct Year: Sendable, Hashable {
        /// The calendar year in which the school year ended.
        public var year: Int
        /// The school's figure on the chart's scale; nil where there is none.
        public var value: Double?
        /// The figure in words, with its count: "43 of 58 (74%)".
        public var words: String
        /// The national figure; nil where none is published.
        public var national: Double?
        /// Why there is no figure ("no tests in the pandemic"); nil where there is one.
        public var gap: String?

        /// Makes a year.
        public init(year: Int, value: Double?, words: String, national: Double? = nil, gap: String? = nil) {
            self.year = year
            self.value = value
            self.words = words
            self.national = national
            self.gap = gap
        }
    }

    /// What is shown ("Reading, expected standard").
    public var title: String
    /// The years, oldest first.
    public var years: [Year]
    /// The scale: 0 to 100 for shares, 0 to 25 for the tables check, 80 to 120 for scaled scores.
    public var scale: ClosedRange<Double>
    /// What stands after a figure ("%").
    public var unit: String

    /// Makes a chart.
    public init(title: String, years: [Year], scale: ClosedRange<Double> = 0...100, unit: String = "%") {
        self.title = title
        self.years = years
        self.scale = scale
        self.unit = unit
    }

    private static let top = 24.0
    private static let bottom = 112.0

    /// The drawing, 140 px high.
    public func render() -> HTML {
        """
        <svg class="years-chart" width="100%" height="140" role="img"><title>\(title)</title><desc>\(description)</desc>\
        <line class="axis-line" x1="0" x2="100%" y1="118" y2="118"/>\(years.indices.html(gap))\
        <svg x="0" y="0" width="100%" height="140" viewBox="0 0 1000 140" preserveAspectRatio="none">\
        <path class="national-line" d="\(path(\.national))"/><path class="years-line" d="\(path(\.value))"/></svg>\
        \(years.indices.html(point))</svg>
        """
    }

    /// The years in words.
    public var description: String {
        years.map { year in
            let national = year.national.map { ", national \(label($0))" } ?? ""
            return "\(year.year): \(year.value == nil ? year.gap ?? "no figure" : year.words)\(national)."
        }.joined(separator: " ")
    }

    /// The figures as a table.
    public func table() -> HTML {
        """
        <table class="figures"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">Year</th>\
        <th scope="col">This school</th><th scope="col">National</th></tr></thead><tbody>\
        \(years.html { """
            <tr><th scope="row">\($0.year)</th><td>\($0.value == nil ? $0.gap ?? "no figure" : $0.words)</td>\
            <td>\($0.national.map(label) ?? "not published")</td></tr>
            """ })</tbody></table>
        """
    }

    private func x(_ index: Int) -> Double { 100 * (Double(index) + 0.5) / Double(max(years.count, 1)) }

    private func y(_ value: Double) -> Double {
        let span = scale.upperBound - scale.lowerBound
        return Self.bottom - (Self.bottom - Self.top) * (value - scale.lowerBound) / span
    }

    private func label(_ value: Double) -> String {
        unit == "%" ? ChartFormat.percent(value) : ChartFormat.score(value) + unit
    }

    /// The line breaks where a year has no figure: nothing is drawn across a gap.
    private func path(_ figure: KeyPath<Year, Double?>) -> String {
        var path = ""
        var isDrawing = false
        for (index, year) in years.enumerated() {
            guard let value = year[keyPath: figure] else {
                isDrawing = false
                continue
            }
            path +=
                "\(isDrawing ? "L" : "M")\(ChartFormat.decimal(x(index) * 10, places: 1)) \(ChartFormat.decimal(y(value), places: 1))"
            isDrawing = true
        }
        return path
    }

    private func gap(_ index: Int) -> HTML {
        guard years[index].value == nil else { return HTML() }
        let width = 100 / Double(max(years.count, 1))
        return """
            <rect class="gap" x="\(Double(index) * width + width * 0.05, percent: true)" y="22" \
            width="\(width * 0.9, percent: true)" height="92"/>\
            <text class="axis" x="\(x(index), percent: true)" y="72" text-anchor="middle">\(years[index].gap ?? "no figure")</text>
            """
    }

    private func point(_ index: Int) -> HTML {
        let year = years[index]
        let x = ChartFormat.percentLength(x(index))
        var html: HTML = "<text class=\"axis\" x=\"\(x)\" y=\"134\" text-anchor=\"middle\">\(year.year)</text>"
        if let national = year.national {
            html += "<circle class=\"national-dot\" cx=\"\(x)\" cy=\"\(y(national), percent: false)\" r=\"8\"/>"
        }
        if let value = year.value {
            html += """
                <circle class="dot" cx="\(x)" cy="\(y(value), percent: false)" r="5"/>\
                <text class="count" x="\(x)" y="\(labelPlace(of: year), percent: false)" text-anchor="middle">\(label(value))</text>
                """
        }
        return html
    }

    /// The figure stands on the far side of the national dot, above it or below, never over it.
    func labelPlace(of year: Year) -> Double {
        guard let value = year.value else { return 0 }
        let isBelow = (year.national ?? -.infinity) > value && y(value) + 22 < 116
        return y(value) + (isBelow ? 22 : -12)
    }
}
