public import Markup

/// A pupil's results over time: school years across, and for each subject three bands upwards, below, at and above the expected standard.
///
/// Judgements are dots joined by a line, statutory results squares with their result beside them. A result that may be at or above the
/// standard is a bar through both bands; one that says nothing of it stands under the bands.
public struct FlightChart: Sendable, Hashable {
    /// One result.
    public struct Mark: Sendable, Hashable {
        /// Which school year, from 0.
        public var stage: Int
        /// Which term, 0 to 5; nil for a statutory result.
        public var term: Int?
        /// From 0 (below) to 2 (above); nil where nothing is said of the standard.
        public var levels: ClosedRange<Int>?
        /// Of a judgement, its place on the scale of six, 0 to 5.
        public var position: Int?
        /// `104`, `EXS`
        public var text: String
        /// What the pointer shows.
        public var words: String

        public init(
            stage: Int, term: Int? = nil, levels: ClosedRange<Int>?, position: Int? = nil, text: String, words: String
        ) {
            self.stage = stage
            self.term = term
            self.levels = levels
            self.position = position
            self.text = text
            self.words = words
        }
    }

    /// One subject.
    public struct Strand: Sendable, Hashable {
        public var title: String
        public var marks: [Mark]

        public init(title: String, marks: [Mark]) {
            self.title = title
            self.marks = marks
        }

        var isJudged: Bool { marks.contains { $0.position != nil } }
        var hasAside: Bool { marks.contains { $0.levels == nil } }
        /// Two judgements share a band, so those bands are higher.
        var band: Double { isJudged ? 26 : 16 }
        var height: Double { 3 * band + (hasAside ? 17 : 0) }
    }

    public var title: String
    public var description: String
    /// The school years with their names in two lines, `Year 5` and `2024/25`.
    public var stages: [Stage]
    public var strands: [Strand]

    public struct Stage: Sendable, Hashable {
        public var title: String
        public var year: String

        public init(title: String, year: String) {
            self.title = title
            self.year = year
        }
    }

    public init(title: String, description: String, stages: [Stage], strands: [Strand]) {
        self.title = title
        self.description = description
        self.stages = stages
        self.strands = strands
    }

    private static let width = 960.0
    private static let left = 182.0
    private static let top = 40.0
    private static let gap = 14.0

    private var stageWidth: Double { (Self.width - Self.left) / Double(max(stages.count, 1)) }
    private var termWidth: Double { stageWidth * 0.55 / 6 }
    private var height: Double { strands.reduce(Self.top) { $0 + $1.height + Self.gap } }

    /// The drawing, which scales with its place.
    public func render() -> HTML {
        var y = Self.top
        let panels = strands.map { strand -> HTML in
            defer { y += strand.height + Self.gap }
            return panel(strand, y)
        }
        return """
            <svg class="flight-chart" viewBox="0 0 \(number(Self.width)) \(number(height))" role="img"><title>\(title)</title>\
            <desc>\(description)</desc>\(stages.indices.html(heading))\(HTML.join(panels))</svg>
            """
    }

    private func heading(_ stage: Int) -> HTML {
        let x = Self.left + stageWidth * Double(stage)
        return """
            <line class="flight-year" x1="\(number(x))" x2="\(number(x))" y1="4" y2="\(number(height - Self.gap))"/>\
            <text class="flight-stage" x="\(number(x + 6))" y="15">\(stages[stage].title)</text>\
            <text class="flight-axis" x="\(number(x + 6))" y="30">\(stages[stage].year)</text>
            """
    }

    private func panel(_ strand: Strand, _ y: Double) -> HTML {
        let names = ["above", "at", "below"]
        let bands = names.indices.html { index in
            let top = y + strand.band * Double(index)
            return """
                <rect class="flight-band flight-\(names[index])" x="\(number(Self.left))" y="\(number(top))" \
                width="\(number(Self.width - Self.left))" height="\(number(strand.band))"/>\
                <text class="flight-axis" x="\(number(Self.left - 8))" y="\(number(top + strand.band / 2 + 4))" \
                text-anchor="end">\(names[index])</text>
                """
        }
        let aside: HTML? =
            strand.hasAside
            ? """
            <text class="flight-axis" x="\(number(Self.left - 8))" y="\(number(y + 3 * strand.band + 13))" \
            text-anchor="end">no standard</text>
            """ : nil
        return """
            <g>\(bands)\(aside)<text class="flight-strand" x="0" y="\(number(y + strand.band / 2 + 4))">\(strand.title)</text>\
            \(line(strand, y))\(stages.indices.html { statutory(strand, $0, y) })</g>
            """
    }

    // MARK: Judgements

    private func line(_ strand: Strand, _ y: Double) -> HTML {
        let judged = strand.marks.compactMap { mark -> (mark: Mark, order: Int, x: Double, y: Double)? in
            guard let term = mark.term, let position = mark.position else { return nil }
            let x = Self.left + stageWidth * Double(mark.stage) + 4 + termWidth * (Double(term) + 0.5)
            let lane = strand.band / 2
            return (mark, mark.stage * 6 + term, x, y + 3 * strand.band - lane * (Double(position) + 0.5))
        }.sorted { $0.order < $1.order }
        let steps = zip(judged, judged.dropFirst()).map { from, to -> HTML in
            // A term without judgement is a gap, shown as one.
            let gap = to.order == from.order + 1 ? "" : " flight-gap"
            return """
                <line class="flight-line\(gap)" x1="\(number(from.x))" y1="\(number(from.y))" x2="\(number(to.x))" \
                y2="\(number(to.y))"/>
                """
        }
        let dots = judged.html { dot in
            """
            <circle class="flight-dot" cx="\(number(dot.x))" cy="\(number(dot.y))" r="4"><title>\(dot.mark.words)</title></circle>
            """
        }
        return "\(HTML.join(steps))\(dots)"
    }

    // MARK: Statutory results

    private func statutory(_ strand: Strand, _ stage: Int, _ y: Double) -> HTML {
        let marks = strand.marks.filter { $0.stage == stage && $0.term == nil }
        let start = Self.left + stageWidth * Double(stage) + 10 + termWidth * 6
        let ranges = marks.filter { $0.levels.map { $0.count > 1 } ?? false }
        let points = marks.filter { $0.levels?.count == 1 }
        let aside = marks.filter { $0.levels == nil }
        let drawnRanges = ranges.enumerated().html { index, mark in
            let x = start + 14 * Double(index)
            return """
                <rect class="flight-range" x="\(number(x))" y="\(number(y + 3))" width="8" \
                height="\(number(2 * strand.band - 6))" rx="3"><title>\(mark.words)</title></rect>
                """
        }
        // The words of bars stand once, beside the last of them.
        let rangeText: HTML? =
            ranges.isEmpty
            ? nil
            : """
            <text class="flight-text" x="\(number(start + 14 * Double(ranges.count) - 2))" \
            y="\(number(y + strand.band + 4))">\(ranges.map(\.text).joined(separator: " · "))</text>
            """
        let x = start + (ranges.isEmpty ? 0 : 14 * Double(ranges.count))
        let drawnPoints = (0...2).html { level -> HTML in
            let inBand = points.filter { $0.levels?.lowerBound == level }
            let middle = y + strand.band * (2.5 - Double(level))
            return inBand.enumerated().html { index, mark in
                let y = middle + 12 * (Double(index) - Double(inBand.count - 1) / 2)
                return """
                    <rect class="flight-square" x="\(number(x))" y="\(number(y - 4))" width="8" height="8"><title>\(mark.words)</title></rect>\
                    <text class="flight-text" x="\(number(x + 12))" y="\(number(y + 4))">\(mark.text)</text>
                    """
            }
        }
        let drawnAside: HTML? =
            aside.isEmpty
            ? nil
            : """
            <text class="flight-text" x="\(number(start))" y="\(number(y + 3 * strand.band + 13))">\
            \(aside.map(\.text).joined(separator: " · "))</text>
            """
        return "\(drawnRanges)\(rangeText)\(drawnPoints)\(drawnAside)"
    }

    private func number(_ value: Double) -> String { ChartFormat.decimal(value, places: 1) }
}
