public import Markup

/// How many pupils have a scaled score in each range, with 100 and 110 ruled.
public struct ScoreHistogram: Sendable, Hashable {
    /// Scores from `low` to `high` and how many pupils have one.
    public struct Bin: Sendable, Hashable {
        /// The lowest score of the range.
        public var low: Int
        /// The highest score of the range.
        public var high: Int
        /// Pupils in it.
        public var count: Int

        /// Makes a range.
        public init(low: Int, high: Int, count: Int) {
            self.low = low
            self.high = high
            self.count = count
        }

        /// "80–84", or "120" for a range of one score.
        public var title: String { low == high ? "\(low)" : "\(low)–\(high)" }
    }

    /// What is shown ("Reading, scaled scores").
    public var title: String
    /// The ranges, lowest first, without gaps.
    public var bins: [Bin]

    /// Makes a histogram of ranges that are already counted.
    public init(title: String, bins: [Bin]) {
        self.title = title
        self.bins = bins
    }

    /// Counts scores in ranges of five from 80 to 119, and 120 by itself (Key Stage 2). Other scores are not counted; a
    /// scaled score is never outside 80 to 120.
    public init(title: String, scores: [Int]) {
        let bins = stride(from: 80, through: 115, by: 5).map { ($0, $0 + 4) } + [(120, 120)]
        self.init(
            title: title,
            bins: bins.map { low, high in
                Bin(low: low, high: high, count: scores.lazy.filter { (low...high).contains($0) }.count)
            })
    }

    /// Pupils in all ranges.
    public var total: Int { bins.reduce(0) { $0 + $1.count } }

    /// The drawing, 190 px high and as wide as its place; figures over the bars, ranges in two lines under them.
    public func render() -> HTML {
        """
        <svg class="histogram" width="100%" height="190" role="img"><title>\(title)</title><desc>\(description)</desc>\
        \(bins.indices.html(draw))<line class="axis-line" x1="0" x2="100%" y1="150" y2="150"/>\
        \(rule(at: 100))\(rule(at: 110))</svg>
        """
    }

    /// The histogram in words.
    public var description: String {
        let parts = bins.filter { $0.count > 0 }.map { "\($0.title): \($0.count)" }
        return total == 0 ? "No scaled scores yet." : "\(total) scaled scores. \(parts.joined(separator: "; "))."
    }

    /// The figures as a table, for a toggle under the drawing.
    public func table() -> HTML {
        """
        <table class="figures"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">Scaled score</th>\
        <th scope="col" class="num">Pupils</th></tr></thead><tbody>\
        \(bins.html { "<tr><th scope=\"row\">\($0.title)</th><td class=\"num\">\($0.count)</td></tr>" })</tbody></table>
        """
    }

    private static let baseline = 150.0
    private static let tallest = 104.0

    /// The height of a bar in pixels; the highest count reaches the top.
    func height(of bin: Bin) -> Double {
        let most = bins.map(\.count).max() ?? 0
        return most == 0 ? 0 : Self.tallest * Double(bin.count) / Double(most)
    }

    private func draw(_ index: Int) -> HTML {
        let bin = bins[index]
        let step = 100 / Double(bins.count)
        let left = step * Double(index)
        let middle = ChartFormat.percentLength(left + step / 2)
        let height = height(of: bin)
        let top = Self.baseline - height
        let level: ChartLevel = bin.low >= 110 ? .higher : bin.low >= 100 ? .at : .below
        let labels: HTML =
            bin.low == bin.high
            ? "<text class=\"axis\" x=\"\(middle)\" y=\"166\" text-anchor=\"middle\">\(bin.low)</text>"
            : """
            <text class="axis" x="\(middle)" y="166" text-anchor="middle">\(bin.low)–</text>\
            <text class="axis" x="\(middle)" y="181" text-anchor="middle">\(bin.high)</text>
            """
        let bar: HTML =
            bin.count == 0
            ? HTML()
            : """
            <rect class="\(raw: level.fill)" x="\(ChartFormat.percentLength(left + step * 0.06))" \
            y="\(ChartFormat.decimal(top, places: 1))" width="\(ChartFormat.percentLength(step * 0.88))" \
            height="\(ChartFormat.decimal(height, places: 1))"/>
            """
        return """
            \(bar)<text class="\(raw: bin.count == 0 ? "count zero" : "count")" x="\(middle)" \
            y="\(ChartFormat.decimal(top - 5, places: 1))" text-anchor="middle">\(bin.count)</text>\(labels)
            """
    }

    /// A rule on the left edge of the range that begins with a score; its label has the lane above all bars to itself.
    private func rule(at score: Int) -> HTML {
        guard let index = bins.firstIndex(where: { $0.low == score }) else { return HTML() }
        let x = ChartFormat.percentLength(100 * Double(index) / Double(bins.count))
        return """
            <line class="rule" x1="\(x)" x2="\(x)" y1="4" y2="150"/>\
            <text class="rule-label" x="\(x)" dx="5" y="14">\(score) ›</text>
            """
    }
}
