/// The report of one statutory assessment: this year's figures, marks, groups, and three years side by side.
public struct AssessmentReportModel: Sendable {
    /// "Phonics screening check".
    public var title: String
    /// The calendar year in which the school year ends.
    public var year: Int
    /// One sentence that says what the page answers.
    public var lede: String
    public var breadcrumbs: [Breadcrumb]
    public var bar: ReportBar
    /// The headlines.
    public var tiles: [MeasureLine]
    /// Shares at the standard this year, a title over each list.
    public var bars: [(title: String, bars: [MeasureBar])]
    public var marks: [MarkSection]
    /// One measure group by group; nil where there is nothing to compare.
    public var comparison: GroupDotPlot?
    /// All measures that are compared; nil where there is nothing to compare.
    public var groups: GroupTable?
    /// The disadvantage gaps in words.
    public var gaps: [String]
    /// Every measure over three years.
    public var tables: [MeasureTable]
    /// Who counts, and why.
    public var notes: [String]
    /// What was unlike other years in this one; nil for nothing.
    public var yearNote: String?
    public var withheldNote: String?
    /// Said instead of this year's figures; nil where there are some.
    public var empty: ReportEmpty?

    /// Makes a page.
    public init(
        title: String, year: Int, lede: String, breadcrumbs: [Breadcrumb] = [], bar: ReportBar,
        tiles: [MeasureLine] = [], bars: [(title: String, bars: [MeasureBar])] = [], marks: [MarkSection] = [],
        comparison: GroupDotPlot? = nil, groups: GroupTable? = nil, gaps: [String] = [], tables: [MeasureTable] = [],
        notes: [String] = [], yearNote: String? = nil, withheldNote: String? = nil, empty: ReportEmpty? = nil
    ) {
        self.title = title
        self.year = year
        self.lede = lede
        self.breadcrumbs = breadcrumbs
        self.bar = bar
        self.tiles = tiles
        self.bars = bars
        self.marks = marks
        self.comparison = comparison
        self.groups = groups
        self.gaps = gaps
        self.tables = tables
        self.notes = notes
        self.yearNote = yearNote
        self.withheldNote = withheldNote
        self.empty = empty
    }
}
