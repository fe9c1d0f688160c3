/// The page of the End of Key Stage 2 Outcomes report.
public struct KeyStage2OutcomesModel: Sendable {
    /// The calendar year in which the school year ends.
    public var year: Int
    /// The group shown ("All pupils", "Disadvantaged").
    public var groupTitle: String
    /// The way to this page; the last one is the page itself.
    public var breadcrumbs: [Breadcrumb]
    /// What stands above the figures.
    public var bar: ReportBar
    /// Pupils of the group; nil when withheld.
    public var cohort: Int?
    /// Pupils with nothing recorded at all, with the page that lists them; nil when withheld.
    public var notRecorded: OutcomeFigure?
    /// The lines of the report.
    public var rows: [OutcomeRow]
    /// Tests with scaled scores.
    public var scores: [OutcomeScores]
    /// Teacher assessments and test codes.
    public var codes: [OutcomeCodes]
    /// The comparison of groups; nil where there is nothing to compare.
    public var comparison: GroupDotPlot?
    /// The disadvantage gap in words; nil where there is none.
    public var gap: String?
    /// What was made of special consideration, in a sentence.
    public var specialConsideration: String
    /// The switch of special consideration: its words and where it leads; nil where it makes no difference.
    public var specialConsiderationSwitch: ReportLink?
    /// The same measures over three years, the year of the report last.
    public var years: [MeasureTable]
    /// Where results are entered, for a year with nothing recorded; nil for a reader who may not.
    public var entryAddress: String?
    /// A sentence on what this reader may not see; nil when nothing is withheld.
    public var withheldNote: String?

    /// Makes a page.
    public init(
        year: Int, groupTitle: String, breadcrumbs: [Breadcrumb] = [], bar: ReportBar, cohort: Int?,
        notRecorded: OutcomeFigure?, rows: [OutcomeRow], scores: [OutcomeScores] = [], codes: [OutcomeCodes] = [],
        comparison: GroupDotPlot? = nil, gap: String? = nil, specialConsideration: String,
        specialConsiderationSwitch: ReportLink? = nil, years: [MeasureTable] = [], entryAddress: String? = nil,
        withheldNote: String? = nil
    ) {
        self.year = year
        self.groupTitle = groupTitle
        self.breadcrumbs = breadcrumbs
        self.bar = bar
        self.cohort = cohort
        self.notRecorded = notRecorded
        self.rows = rows
        self.scores = scores
        self.codes = codes
        self.comparison = comparison
        self.gap = gap
        self.specialConsideration = specialConsideration
        self.specialConsiderationSwitch = specialConsiderationSwitch
        self.years = years
        self.entryAddress = entryAddress
        self.withheldNote = withheldNote
    }
}
