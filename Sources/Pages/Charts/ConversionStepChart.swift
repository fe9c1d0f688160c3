public import Markup

/// A conversion table as steps: raw marks across, the scaled score of each upwards, with 100 and 110 ruled.
public struct ConversionStepChart: Sendable, Hashable {
    /// What is shown ("Mathematics 2026").
    public var title: String
    /// The scaled score of each raw mark from 0 on; nil where the table gives none (N).
    public var scores: [Int?]
    /// The scale of the scores (80 to 120 in Key Stage 2).
    public var scale: ClosedRange<Int>
    /// Scores that are ruled, with their names.
    public var rules: [Int]

    /// Makes a chart.
    public init(title: String, scores: [Int?], scale: ClosedRange<Int> = 80...120, rules: [Int] = [100, 110]) {
        self.title = title
        self.scores = scores
        self.scale = scale
        self.rules = rules
    }

    private static let top = 12.0
    private static let bottom = 232.0
    /// The drawing leaves this share of the width to the scores' labels.
    private static let left = 7.0

    /// The drawing, 264 px high.
    public func render() -> HTML {
        let lines = stride(from: scale.lowerBound, through: scale.upperBound, by: 10).map { score -> HTML in
            let y = ChartFormat.decimal(place(of: score), places: 1)
            return """
                <line class="\(raw: rules.contains(score) ? "rule" : "grid-line")" x1="\(Self.left, percent: true)" x2="100%" y1="\(y)" y2="\(y)"/>\
                <text class="axis" x="\(Self.left - 1, percent: true)" y="\(ChartFormat.decimal(place(of: score) + 4, places: 1))" \
                text-anchor="end">\(score)</text>
                """
        }
        return """
            <svg class="step-chart" width="100%" height="264" role="img"><title>\(title)</title><desc>\(description)</desc>\
            \(HTML.join(lines))<svg x="\(Self.left, percent: true)" y="0" width="\(100 - Self.left, percent: true)" height="264" \
            viewBox="0 0 1000 264" preserveAspectRatio="none"><path class="step-line" d="\(path)"/></svg>\
            \(marks.html(tick))</svg>
            """
    }

    /// The chart in words: where the scale begins and which marks reach the ruled scores.
    public var description: String {
        guard let first = scores.firstIndex(where: { $0 != nil }), let lowest = scores[first] else {
            return "No scaled scores."
        }
        let reached = rules.compactMap { rule in
            scores.firstIndex { ($0 ?? 0) >= rule }.map { "\(rule) from \($0) marks" }
        }
        return
            "\(scores.count - 1) marks at most. The first scaled score is \(lowest), from \(first) marks; \(reached.joined(separator: "; "))."
    }

    private func place(of score: Int) -> Double {
        let span = Double(scale.upperBound - scale.lowerBound)
        return Self.bottom - (Self.bottom - Self.top) * Double(score - scale.lowerBound) / span
    }

    /// Marks with a label under the chart: every tenth, without the one too close to the last.
    var marks: [Int] {
        let most = max(scores.count - 1, 1)
        let step = most > 60 ? 20 : 10
        return stride(from: 0, to: most, by: step).filter { most - $0 >= step / 2 } + [most]
    }

    private func tick(_ mark: Int) -> HTML {
        let most = Double(max(scores.count - 1, 1))
        let x = Self.left + (100 - Self.left) * Double(mark) / most
        let anchor = mark == 0 ? "start" : Double(mark) == most ? "end" : "middle"
        return "<text class=\"axis\" x=\"\(x, percent: true)\" y=\"252\" text-anchor=\"\(raw: anchor)\">\(mark)</text>"
    }

    /// One horizontal step for each mark, half a mark to either side of it.
    private var path: String {
        let width = 1000 / Double(max(scores.count - 1, 1))
        var path = ""
        var isDrawing = false
        for (mark, score) in scores.enumerated() {
            guard let score else {
                isDrawing = false
                continue
            }
            let y = ChartFormat.decimal(place(of: score), places: 1)
            let start = ChartFormat.decimal(max(0, (Double(mark) - 0.5) * width), places: 1)
            let end = ChartFormat.decimal(min(1000, (Double(mark) + 0.5) * width), places: 1)
            path += isDrawing ? "V\(y)H\(end)" : "M\(start) \(y)H\(end)"
            isDrawing = true
        }
        return path
    }
}

extension HTML.StringInterpolation {
    /// A length in percent of the drawing's width.
    mutating func appendInterpolation(_ value: Double, percent: Bool) {
        appendLiteral(percent ? ChartFormat.percentLength(value) : ChartFormat.decimal(value, places: 2))
    }
}
