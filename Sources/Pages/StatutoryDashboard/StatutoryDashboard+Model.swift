/// The Statutory Dashboard: the headlines of all statutory assessments, a year and the two before.
public struct StatutoryDashboardModel: Sendable {
    /// The calendar year in which the school year ends.
    public var year: Int
    /// The group shown ("All pupils", "Disadvantaged, boys").
    public var groupTitle: String
    public var breadcrumbs: [Breadcrumb]
    public var bar: ReportBar
    /// In the order of the pupils' years.
    public var lines: [MeasureLine]
    /// Sentences on how to read it.
    public var notes: [String]
    /// A sentence on what this reader may not see; nil when nothing is withheld.
    public var withheldNote: String?
    /// Said instead of everything; nil where there is something to show.
    public var empty: ReportEmpty?

    /// Makes a page.
    public init(
        year: Int, groupTitle: String, breadcrumbs: [Breadcrumb] = [], bar: ReportBar, lines: [MeasureLine],
        notes: [String] = [], withheldNote: String? = nil, empty: ReportEmpty? = nil
    ) {
        self.year = year
        self.groupTitle = groupTitle
        self.breadcrumbs = breadcrumbs
        self.bar = bar
        self.lines = lines
        self.notes = notes
        self.withheldNote = withheldNote
        self.empty = empty
    }
}
