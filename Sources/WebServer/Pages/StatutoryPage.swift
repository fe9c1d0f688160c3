import Assessment
import Pages
import Reports
import Tracker

/// Fills the page of the Statutory Dashboard from the report.
struct StatutoryPage {
    let report: StatutoryReport<StatutoryDashboard>
    let place: SchoolPlace
    /// Whether results may be entered or brought in by file, for the way out of an empty page.
    let mayEnter: Bool
    let mayImport: Bool

    private var dashboard: StatutoryDashboard { report.content }

    func model() -> StatutoryDashboardModel {
        let group = dashboard.group
        let drawing = MeasureDrawing(
            place: place, group: group, isAnonymised: report.isAnonymised, namesAssessments: true)
        let menu = GroupMenu(place: place, selection: group, groups: report.groups) { group in
            .statutoryReport(.dashboard, ReportQuery(group: group))
        }
        return StatutoryDashboardModel(
            year: place.year.endYear, groupTitle: group.title,
            breadcrumbs: [Breadcrumb("Analysis", place.route(.analysis)), Breadcrumb("Statutory Dashboard")],
            bar: menu.bar(
                current: .dashboard, xlsx: .statutoryFile(.dashboard, .xlsx, ReportQuery(group: group.id)),
                csv: .statutoryFile(.dashboard, .csv, ReportQuery(group: group.id))),
            lines: dashboard.rows.map(drawing.line), notes: Self.notes(year: place.year.endYear),
            withheldNote: isPartlyWithheld ? Self.withheldNote : nil, empty: empty)
    }

    static let withheldNote = "Figures from which a pupil could be recognised are withheld from your role."

    private var isPartlyWithheld: Bool {
        dashboard.rows.contains { row in row.entries.contains { $0.state == .withheld } }
    }

    private var empty: ReportEmpty? {
        guard report.isEmpty else { return nil }
        return ReportEmpty(
            title: "No pupils from \(place.year.endYear - 2) to \(place.year.endYear) yet",
            text:
                "The headline of every statutory assessment stands here as soon as pupils and results are in, by file or by hand.",
            links: Self.ways(place, mayEnter: mayEnter, mayImport: mayImport))
    }

    /// The buttons that bring results.
    static func ways(_ place: SchoolPlace, mayEnter: Bool, mayImport: Bool) -> [ReportLink] {
        (mayImport ? [ReportLink(title: "Bring in a file", address: place.link(.files))] : [])
            + (mayEnter ? [ReportLink(title: "Enter results", address: place.link(.assessments))] : [])
    }

    static let opensPupils =
        "Every figure opens the pupils behind it: who is in it, who counts and is not in it, and who is left out and why."

    static func notes(year: Int) -> [String] {
        [
            opensPupils,
            "Change: \(year) against \(year - 1), in percentage points or marks, from unrounded figures. It needs both years.",
            "Disadvantage gap: pupils who are not disadvantaged less those who are, in points. Disadvantaged: free school meals in the last six years, looked after, or left care.",
            "National: as published by the Department for Education, of the year that is named. Where \(year) has no figure, the last one before it stands there; no figure of another group takes its place.",
            "In a small cohort one pupil moves a percentage by several points, and chance alone gives the range that is named (95% interval).",
        ]
    }
}
