public import Markup

/// A share for each of several groups: a dot with its 95 % interval as a whisker, and the national share as a hollow dot.
///
/// Each group is a row of text with a drawing between its name and its figures, so that no label meets another at any width.
public struct GroupDotPlot: Sendable, Hashable {
    /// One group.
    public struct Group: Sendable, Hashable {
        /// The group's name ("Disadvantaged").
        public var title: String
        /// Pupils who met the standard.
        public var count: Int
        /// Pupils in the denominator.
        public var eligible: Int
        /// The Wilson interval at 95 %, lower and upper end in percent; nil without pupils.
        public var interval: ClosedRange<Double>?
        /// The national share of the same group; nil where none is published.
        public var national: ChartNational?
        /// Where the pupils behind the number are listed.
        public var address: String?
        /// What is said instead of a figure ("fewer than 6 pupils, withheld"); the counts are not shown then.
        public var withheld: String?

        /// Makes a group.
        public init(
            title: String, count: Int, eligible: Int, interval: ClosedRange<Double>?, national: ChartNational? = nil,
            address: String? = nil, withheld: String? = nil
        ) {
            self.title = title
            self.count = count
            self.eligible = eligible
            self.interval = interval
            self.national = national
            self.address = address
            self.withheld = withheld
        }

        /// Percent, 0 to 100; 0 for an empty group.
        public var percent: Double { eligible == 0 ? 0 : 100 * Double(count) / Double(eligible) }

        /// "8 pupils: one pupil is 12.5 points", for a group too small to read much into; nil for others.
        func caution(below threshold: Int) -> String? {
            guard withheld == nil, eligible > 0, eligible < threshold else { return nil }
            let points = ChartFormat.decimal(100 / Double(eligible), places: 1)
            return eligible == 1 ? "1 pupil" : "\(eligible) pupils: one pupil is \(points) points"
        }
    }

    /// What is compared ("Met the standard in reading, writing and mathematics").
    public var title: String
    /// The groups in order.
    public var groups: [Group]
    /// Groups with fewer pupils than this are greyed.
    public var smallBelow: Int

    /// Makes a plot.
    public init(title: String, groups: [Group], smallBelow: Int = 11) {
        self.title = title
        self.groups = groups
        self.smallBelow = smallBelow
    }

    /// The plot with its scale and its explanation.
    public func render() -> HTML {
        """
        <div class="dot-plot">\(groups.html(row))\
        <div class="dot-row dot-scale" aria-hidden="true"><span></span><svg width="100%" height="18">\
        \([0, 25, 50, 75, 100].html { """
            <text class="axis" x="\($0)%" y="13" text-anchor="\(raw: $0 == 0 ? "start" : $0 == 100 ? "end" : "middle")">\($0)%</text>
            """ })</svg><span></span></div>\
        <p class="chart-note"><span class="dot-key" aria-hidden="true">●</span> this school, with the range in which chance alone could put it \
        (95% interval)\(nationalYear.map { " · <span aria-hidden=\"true\">○</span> national \($0), same group (for a class, all pupils)" as HTML })</p></div>
        """
    }

    private var nationalYear: String? {
        let years = Set(groups.compactMap { $0.withheld == nil ? $0.national?.year : nil }).sorted()
        return years.isEmpty ? nil : years.map(String.init).joined(separator: ", ")
    }

    private func row(_ group: Group) -> HTML {
        let caution = group.caution(below: smallBelow)
        return """
            <div class="dot-row\(raw: caution == nil && group.withheld == nil ? "" : " small")">\
            <span class="dot-title">\(group.title)</span>\
            <svg width="100%" height="30" aria-hidden="true">\(grid)\(group.withheld == nil ? marks(of: group) : HTML())</svg>\
            <span class="dot-figure">\(figure(of: group))\(caution.map { "<small>\($0)</small>" as HTML })</span></div>

            """
    }

    private func figure(of group: Group) -> HTML {
        if let withheld = group.withheld { return "<small>\(withheld)</small>" }
        guard group.eligible > 0 else { return "<small>no pupils</small>" }
        let words: HTML = "\(group.count) of \(group.eligible) (\(ChartFormat.percent(group.percent)))"
        return group.address.map { "<a href=\"\(url: $0)\">\(words)</a>" } ?? words
    }

    private var grid: HTML {
        [0, 25, 50, 75, 100].html { "<line class=\"grid-line\" x1=\"\($0)%\" x2=\"\($0)%\" y1=\"0\" y2=\"30\"/>" }
    }

    private func marks(of group: Group) -> HTML {
        guard group.eligible > 0 else { return HTML() }
        let whisker: HTML =
            group.interval.map { interval in
                let low = ChartFormat.percentLength(interval.lowerBound)
                let high = ChartFormat.percentLength(interval.upperBound)
                return """
                    <line class="whisker" x1="\(low)" x2="\(high)" y1="15" y2="15"/>\
                    <line class="whisker" x1="\(low)" x2="\(low)" y1="10" y2="20"/>\
                    <line class="whisker" x1="\(high)" x2="\(high)" y1="10" y2="20"/>
                    """
            } ?? HTML()
        let national: HTML =
            group.national.map {
                "<circle class=\"national-dot\" cx=\"\(ChartFormat.percentLength($0.percent))\" cy=\"15\" r=\"7\"/>"
            } ?? HTML()
        return """
            \(whisker)<circle class="dot" cx="\(ChartFormat.percentLength(group.percent))" cy="15" r="5"/>\(national)
            """
    }

    /// The figures as a table.
    public func table() -> HTML {
        let rows = groups.html { group -> HTML in
            if let withheld = group.withheld {
                return "<tr><th scope=\"row\">\(group.title)</th><td colspan=\"5\">\(withheld)</td></tr>"
            }
            let interval = group.interval.map {
                "\(ChartFormat.percent($0.lowerBound)) to \(ChartFormat.percent($0.upperBound))"
            }
            return """
                <tr><th scope="row">\(group.title)</th><td class="num">\(group.count)</td><td class="num">\(group.eligible)</td>\
                <td class="num">\(group.eligible == 0 ? "–" : ChartFormat.percent(group.percent))</td>\
                <td>\(interval ?? "–")</td><td>\(group.national?.label ?? "not published")</td></tr>
                """
        }
        return """
            <table class="figures"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">Group</th>\
            <th scope="col" class="num">Met</th><th scope="col" class="num">Of</th><th scope="col" class="num">Percent</th>\
            <th scope="col">95% interval</th><th scope="col">National</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
