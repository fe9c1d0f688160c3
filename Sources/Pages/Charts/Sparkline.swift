public import Markup

/// A measure over a few years, small enough for a tile: a line with a point for each year, the national values dashed.
///
/// It shows the direction; the figures stand beside it. Its scale is cut to what it shows, but never under a quarter of the whole.
public struct Sparkline: Sendable, Hashable {
    /// One year.
    public struct Year: Sendable, Hashable {
        /// The calendar year in which the school year ends.
        public var year: Int
        /// nil where there is no figure: the line has a gap.
        public var value: Double?
        /// The value for reading ("68%").
        public var words: String?
        /// nil where none is published.
        public var national: Double?

        /// Makes a year.
        public init(year: Int, value: Double?, words: String?, national: Double?) {
            self.year = year
            self.value = value
            self.words = words
            self.national = national
        }
    }

    /// What is shown.
    public var title: String
    /// The oldest first.
    public var years: [Year]
    /// The highest value that there can be.
    public var most: Double

    /// Makes a chart.
    public init(title: String, years: [Year], most: Double) {
        self.title = title
        self.years = years
        self.most = most
    }

    private static let top = 8.0
    private static let bottom = 38.0

    /// The drawing, 58 px high.
    public func render() -> HTML {
        """
        <svg class="sparkline" width="100%" height="58" role="img"><title>\(title)</title><desc>\(description)</desc>\
        <svg x="0" y="0" width="100%" height="58" viewBox="0 0 1000 58" preserveAspectRatio="none">\
        <path class="national-line" d="\(path(\.national))"/><path class="years-line" d="\(path(\.value))"/></svg>\
        \(years.indices.html(point))</svg>
        """
    }

    /// The years in words.
    var description: String {
        years.map { year in
            let national = year.national.map { ", national \(ChartFormat.decimal($0, places: 1))" } ?? ""
            return "\(year.year): \(year.words ?? "no figure")\(national)."
        }.joined(separator: " ")
    }

    /// What is shown of the scale.
    var scale: ClosedRange<Double> {
        let values = years.flatMap { [$0.value, $0.national].compactMap(\.self) }
        guard let low = values.min(), let high = values.max() else { return 0...most }
        let least = most / 4
        let missing = max(0, least - (high - low))
        let start = min(max(0, low - missing / 2), max(0, most - max(least, high - low)))
        return start...max(high, start + least)
    }

    private func x(_ index: Int) -> Double { 100 * (Double(index) + 0.5) / Double(max(years.count, 1)) }

    private func y(_ value: Double) -> Double {
        let scale = scale
        let span = scale.upperBound - scale.lowerBound
        return span == 0 ? Self.bottom : Self.bottom - (Self.bottom - Self.top) * (value - scale.lowerBound) / span
    }

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

    private func point(_ index: Int) -> HTML {
        let x = ChartFormat.percentLength(x(index))
        let year = years[index]
        let dot: HTML =
            year.value.map { value in
                """
                <circle class="dot" cx="\(x)" cy="\(ChartFormat.decimal(y(value), places: 1))" \
                r="\(index == years.count - 1 ? "5" : "3.5")"/>
                """
            } ?? "<text class=\"axis\" x=\"\(x)\" y=\"28\" text-anchor=\"middle\">–</text>"
        return "\(dot)<text class=\"axis\" x=\"\(x)\" y=\"55\" text-anchor=\"middle\">\(year.year)</text>"
    }
}
