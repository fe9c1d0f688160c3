import Markup

/// This year's share at a standard as a bar with its counts: below, at, and where there is one above it.
public struct MeasureBar: Sendable, Hashable {
    public var title: String
    public var below: Int
    public var at: Int
    /// nil where there is no higher standard.
    public var higher: Int?
    public var national: ChartNational?
    /// "43 of 58 (74%)", with the pupils behind it.
    public var words: ReportLink
    /// The same of the higher standard ("greater depth 9 (16%)"); nil where there is none.
    public var higherWords: ReportLink?
    /// Said instead of the figures.
    public var withheld: String?

    /// Makes a bar.
    public init(
        title: String, below: Int, at: Int, higher: Int? = nil, national: ChartNational? = nil, words: ReportLink,
        higherWords: ReportLink? = nil, withheld: String? = nil
    ) {
        self.title = title
        self.below = below
        self.at = at
        self.higher = higher
        self.national = national
        self.words = words
        self.higherWords = higherWords
        self.withheld = withheld
    }

    func render() -> HTML {
        if let withheld {
            return
                "<div class=\"share-row\"><span class=\"share-title\">\(title)</span><p class=\"withheld\">\(withheld)</p></div>\n"
        }
        let bar = ShareBar(
            title: title, below: below, at: at, higher: higher, national: national,
            levelNames: ["not met", "expected", "greater depth"])
        return """
            <div class="share-row"><span class="share-title">\(title)</span>\(bar.render())<div class="share-figures">\
            <p><b class="nowrap">\(Self.opened(words))</b></p>\(higherWords.map { "<p>\(Self.opened($0))</p>" as HTML })</div></div>

            """
    }

    /// A link with an empty address is words alone.
    private static func opened(_ link: ReportLink) -> HTML {
        link.address.isEmpty ? HTML(text: link.title) : link.render()
    }
}
