import Assessment
import Pages
import Reports
import Tracker

/// Fills the page of one assessment's report.
struct AssessmentPage {
    let report: StatutoryReport<AssessmentReport>
    let name: StatutoryReportName
    let calendar: AssessmentCalendar
    let place: SchoolPlace
    let mayEnter: Bool
    let mayImport: Bool

    var content: AssessmentReport { report.content }
    var kind: AssessmentKind { content.kind }
    var year: Int { content.year }
    var group: GroupSelection { content.group }

    var drawing: MeasureDrawing {
        MeasureDrawing(place: place, group: group, isAnonymised: report.isAnonymised, namesAssessments: false)
    }

    func model() -> AssessmentReportModel {
        let sections = MeasureSection.sections(of: kind)
        let headlines = kind == .phonics ? sections : Array(sections.prefix(1))
        let menu = GroupMenu(place: place, selection: group, groups: report.groups) { [name] group in
            .statutoryReport(name, ReportQuery(group: group))
        }
        let (comparison, groups, gaps) = comparisons()
        return AssessmentReportModel(
            title: kind.title, year: year, lede: lede,
            breadcrumbs: [Breadcrumb("Reports", place.route(.reports)), Breadcrumb(kind.title)],
            bar: menu.bar(
                current: name, xlsx: .statutoryFile(name, .xlsx, ReportQuery(group: group.id)),
                csv: .statutoryFile(name, .csv, ReportQuery(group: group.id))),
            tiles: headlines.flatMap { rows(of: $0).map(drawing.line) }, bars: bars(),
            marks: content.marks.map(marks), comparison: comparison, groups: groups, gaps: gaps,
            tables: sections.map { drawing.table($0.title, rows(of: $0)) }, notes: notes, yearNote: yearNote,
            withheldNote: isPartlyWithheld ? StatutoryPage.withheldNote : nil, empty: empty)
    }

    private func rows(of section: MeasureSection) -> [StatutoryDashboard.Row] {
        section.measures.compactMap(row)
    }

    private func row(_ measure: StatutoryMeasure) -> StatutoryDashboard.Row? {
        content.overYears.rows.first { $0.measure == measure }
    }

    /// The figure of this year; nil where there is none or it is withheld.
    func figure(_ measure: StatutoryMeasure) -> MeasureFigure? { row(measure)?.latest.figure }

    private var isPartlyWithheld: Bool {
        content.overYears.rows.contains { row in row.entries.contains { $0.state == .withheld } }
    }

    // MARK: Words

    private var lede: String {
        let who = group == .all ? "" : ", for the group “\(group.title)”"
        return switch kind {
        case .eyfsp: "How many children of Reception reached the expected level, goal by goal and over all\(who)."
        case .phonics:
            "How many pupils met the standard in Year 1, who must be checked again, and by the end of Year 2\(who)."
        case .ks1:
            "How many pupils of Year 2 were at the expected standard and at greater depth by teacher assessment\(who)."
        case .mtc: "How many tables questions of 25 the pupils of Year 4 answered, and how the marks spread\(who)."
        case .ks2: "How many pupils of Year 6 met the standard\(who)."
        case .summative: "What teachers judged term by term\(who)."
        }
    }

    /// What was unlike other years, for a year in which it was held.
    private var yearNote: String? {
        for group in kind.yearGroups {
            if let note = calendar.holding(of: kind, year: year, yearGroup: group).note {
                return kind.yearGroups.count > 1 ? "\(group.title): \(note)" : note
            }
        }
        return nil
    }

    /// Said instead of this year's figures where there are none.
    private var empty: ReportEmpty? {
        let latest = content.overYears.rows.map(\.latest)
        let reasons = latest.compactMap { entry -> String? in
            if case .notHeld(let reason) = entry.state { reason } else { nil }
        }
        if let reason = reasons.first, reasons.count == latest.count {
            return ReportEmpty(title: "\(kind.title) \(year)", text: reason)
        }
        guard latest.allSatisfy({ $0.state != .withheld && ($0.figure?.denominator ?? 0) == 0 }) else { return nil }
        guard group == .all else {
            return ReportEmpty(
                title: "No results of this group in \(year)",
                text: "Nobody in the group “\(group.title)” has a result of the \(kind.title) in \(year).",
                links: [
                    ReportLink(
                        title: "Show all pupils",
                        address: place.link(.statutoryReport(name, ReportQuery(group: GroupSelection.all.id))))
                ])
        }
        return ReportEmpty(
            title: "No results in \(year) yet",
            text: "The figures stand here as soon as the first result is in, by file or by hand.",
            links: StatutoryPage.ways(place, mayEnter: mayEnter, mayImport: mayImport))
    }

    private var notes: [String] {
        let own: [String] =
            switch kind {
            case .eyfsp:
                [
                    "A good level of development is the expected level in all goals of the prime areas, literacy and mathematics (E01 to E12).",
                    "Everybody with a profile counts. A, exempt, counts as not at the expected level. A profile of which goals are missing is not yet counted.",
                ]
            case .phonics:
                [
                    "Met the standard: the year’s threshold or more. Wa, Wt, A, D and Q count; L, left the school, does not.",
                    "By the end of Year 2: met in Year 1 or when checked again, of all pupils of Year 2.",
                    "Must be checked again in Year 2: everybody of Year 1 who counts and has not met the standard.",
                    "The average mark is over pupils with a mark.",
                ]
            case .ks1:
                [
                    "By teacher assessment: EXS and GDS are the expected standard, GDS is greater depth. Everybody counts but L.",
                    "Reading, writing and mathematics: pupils who count in all three.",
                ]
            case .mtc:
                [
                    "The check has no pass mark. The average mark is over pupils who took it, 0 included.",
                    "Shares are of all pupils of Year 4 with a mark or a code; L and Z are left out.",
                ]
            case .ks2, .summative: []
            }
        return own + StatutoryPage.notes(year: year)
    }
}
