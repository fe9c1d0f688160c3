public import Markup

/// How many pupils have each mark of a check, one bar a mark, with the threshold ruled where there is one.
public struct MarkChart: Sendable, Hashable {
    /// What is shown ("Year 1, marks of the check").
    public var title: String
    /// Pupils by mark, from 0 on.
    public var counts: [Int]
    /// The lowest mark that meets the standard; nil where there is none.
    public var threshold: Int?

    /// Makes a chart.
    public init(title: String, counts: [Int], threshold: Int? = nil) {
        self.title = title
        self.counts = counts
        self.threshold = threshold
    }

    /// Pupils with a mark.
    public var total: Int { counts.reduce(0, +) }

    private static let baseline = 150.0
    private static let tallest = 108.0

    /// The drawing, 176 px high; counts stand over the bars where there is room for them.
    public func render() -> HTML {
        """
        <svg class="histogram mark-chart" width="100%" height="176" role="img"><title>\(title)</title><desc>\(description)</desc>\
        \(counts.indices.html(bar))<line class="axis-line" x1="0" x2="100%" y1="150" y2="150"/>\(rule)</svg>
        """
    }

    /// The chart in words.
    public var description: String {
        let parts = counts.enumerated().filter { $0.element > 0 }.map { "\($0.offset): \($0.element)" }
        guard !parts.isEmpty else { return "No marks yet." }
        let standard = threshold.map { " The standard is met from \($0) marks." } ?? ""
        return "\(total) marks.\(standard) Pupils by mark: \(parts.joined(separator: "; "))."
    }

    private func bar(_ mark: Int) -> HTML {
        let step = 100 / Double(counts.count)
        let middle = ChartFormat.percentLength(step * (Double(mark) + 0.5))
        let label: HTML =
            mark.isMultiple(of: 5)
            ? "<text class=\"axis\" x=\"\(middle)\" y=\"167\" text-anchor=\"middle\">\(mark)</text>" : HTML()
        guard counts[mark] > 0 else { return label }
        let height = Self.tallest * Double(counts[mark]) / Double(max(counts.max() ?? 0, 1))
        let top = Self.baseline - height
        let level: ChartLevel = threshold.map { mark < $0 ? .below : .at } ?? .at
        return """
            \(label)<rect class="\(raw: level.fill)" x="\(ChartFormat.percentLength(step * (Double(mark) + 0.08)))" \
            y="\(ChartFormat.decimal(top, places: 1))" width="\(ChartFormat.percentLength(step * 0.84))" \
            height="\(ChartFormat.decimal(height, places: 1))"/>\
            <text class="count" x="\(middle)" y="\(ChartFormat.decimal(top - 4, places: 1))" text-anchor="middle">\(counts[mark])</text>
            """
    }

    /// A line on the left edge of the threshold's bar; its label has the lane above the bars to itself.
    private var rule: HTML {
        guard let threshold, counts.indices.contains(threshold) else { return HTML() }
        let place = 100 * Double(threshold) / Double(counts.count)
        let x = ChartFormat.percentLength(place)
        // Near the right edge the words stand to the left of the line.
        let words: HTML =
            place > 60
            ? "<text class=\"rule-label\" x=\"\(x)\" dx=\"-6\" y=\"14\" text-anchor=\"end\">standard met from \(threshold) ›</text>"
            : "<text class=\"rule-label\" x=\"\(x)\" dx=\"6\" y=\"14\">\(threshold) › standard met</text>"
        return "<line class=\"rule\" x1=\"\(x)\" x2=\"\(x)\" y1=\"4\" y2=\"150\"/>\(words)"
    }
}
