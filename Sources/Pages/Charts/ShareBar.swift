public import Markup

/// One horizontal bar: the share of pupils below, at and above a standard, with the national figure as a tick.
///
/// Drawn in percent of its own width, so that it fits any page while its text keeps its size. The national label has the lane
/// above the bar to itself and is anchored inwards near the ends, so that it meets no other text from 300 px of width on.
public struct ShareBar: Sendable, Hashable {
    /// What the bar shows, for its title ("Reading").
    public var title: String
    /// Pupils below the standard.
    public var below: Int
    /// Pupils at the standard and not above it.
    public var at: Int
    /// Pupils at the higher standard; nil where there is none (science).
    public var higher: Int?
    /// The national share at the standard or above; nil where none is published.
    public var national: ChartNational?
    /// What the three parts are called.
    public var levelNames: [String]

    /// Makes a bar. The counts are those of one denominator: together they are the eligible pupils.
    public init(
        title: String, below: Int, at: Int, higher: Int?, national: ChartNational? = nil,
        levelNames: [String] = ["not met", "expected", "higher"]
    ) {
        self.title = title
        self.below = below
        self.at = at
        self.higher = higher
        self.national = national
        self.levelNames = levelNames
    }

    /// All pupils of the denominator.
    public var eligible: Int { below + at + (higher ?? 0) }

    /// The drawing, 44 px high; with nobody in the denominator an empty frame that says so.
    public func render() -> HTML {
        """
        <svg class="share-bar" width="100%" height="44" role="img"><title>\(title)</title><desc>\(description)</desc>\
        \(eligible == 0 ? empty : segments.html(draw) + (national.map(tick) ?? HTML()))</svg>
        """
    }

    /// The bar in words, for a reader who does not see it.
    public var description: String {
        guard eligible > 0 else { return "No pupils to show." }
        let parts = zip(levelNames, [below, at, higher].map { $0 }).compactMap { name, count in
            count.map { "\($0) \(name)" }
        }
        let end =
            national.map { "; national \($0.year) \(ChartFormat.percent($0.percent)) at the standard or above" } ?? ""
        return "Of \(eligible) pupils: \(parts.joined(separator: ", "))\(end)."
    }

    /// A part of the bar: start and width in percent of the bar.
    struct Segment: Equatable {
        var level: ChartLevel
        var count: Int
        var start: Double
        var width: Double

        /// Half the room that the count needs at 300 px of width, in percent.
        var halfOfCount: Double { count > 99 ? 4.8 : count > 9 ? 3.5 : 2.4 }
    }

    /// Where the count of a segment stands: in its middle, or beside the national tick where the two would meet. Nil where
    /// there is no room; the count stands beside the bar anyway.
    func countPlace(in segment: Segment) -> Double? {
        let half = segment.halfOfCount
        let middle = segment.start + segment.width / 2
        let room = (segment.start + half)...(max(segment.start + half, segment.start + segment.width - half))
        guard segment.width >= 2 * half else { return nil }
        guard national != nil, abs(tickPlace - middle) < half + 1 else { return middle }
        return [tickPlace + half + 1, tickPlace - half - 1].filter(room.contains).min {
            abs($0 - middle) < abs($1 - middle)
        }
    }

    var segments: [Segment] {
        var start = 0.0
        return zip(ChartLevel.allCases, [below, at, higher ?? 0]).compactMap { level, count in
            guard count > 0 else { return nil }
            let width = 100 * Double(count) / Double(eligible)
            defer { start += width }
            return Segment(level: level, count: count, start: start, width: width)
        }
    }

    private func draw(_ segment: Segment) -> HTML {
        let number: HTML =
            countPlace(in: segment).map { place in
                """
                <text class="on-\(raw: segment.level.rawValue)" x="\(ChartFormat.percentLength(place))" \
                y="34" text-anchor="middle">\(segment.count)</text>
                """
            } ?? HTML()
        return """
            <rect class="\(raw: segment.level.fill)" x="\(ChartFormat.percentLength(segment.start))" y="18" \
            width="\(ChartFormat.percentLength(segment.width))" height="24"/>\(number)
            """
    }

    private var empty: HTML {
        """
        <rect class="chart-frame" x="0" y="18" width="100%" height="24"/>\
        <text class="axis" x="50%" y="34" text-anchor="middle">no pupils to show</text>
        """
    }

    /// Where the tick stands: the national boundary between "not met" and "met", comparable with this bar's own.
    var tickPlace: Double { 100 - (national?.percent ?? 0) }

    /// Which end of the national label is at the tick: "start" near the left end, "end" near the right end.
    var tickAnchor: String { tickPlace < 22 ? "start" : tickPlace > 78 ? "end" : "middle" }

    private func tick(_ national: ChartNational) -> HTML {
        let x = ChartFormat.percentLength(min(max(tickPlace, 0.3), 99.7))
        return """
            <line class="tick-halo" x1="\(x)" x2="\(x)" y1="14" y2="44"/><line class="tick" x1="\(x)" x2="\(x)" y1="14" y2="44"/>\
            <text class="tick-label" x="\(x)" y="11" text-anchor="\(raw: tickAnchor)">\(national.label)</text>
            """
    }
}
