import Assessment
import Pages
import Reports
import Tracker

/// Fills the page of progress between two terms from the report.
struct ProgressPage {
    let report: JourneyReport<SummativeProgress>
    let request: ProgressRequest
    let place: SchoolPlace

    private var progress: SummativeProgress { report.content }

    private var query: ProgressQuery { Self.query(request) }

    static func query(_ request: ProgressRequest) -> ProgressQuery {
        ProgressQuery(
            from: request.from.id, to: request.to.id, yearGroup: request.yearGroup?.rawValue, group: request.group.id)
    }

    func model() -> SummativeProgressModel {
        let menu = GroupMenu(place: place, selection: request.group, groups: report.groups) {
            .summativeProgress(query.of(group: $0))
        }
        let others = progress.groups.filter { $0 != request.group }
        return SummativeProgressModel(
            breadcrumbs: [Breadcrumb("Analysis", place.route(.analysis)), Breadcrumb("Progress between terms")],
            form: form,
            bar: menu.bar(xlsx: .summativeProgressFile(.xlsx, query), csv: .summativeProgressFile(.csv, query)),
            who:
                AnalysisChoices.who(request.yearGroup?.title ?? "all year groups", place.year, request.group),
            terms: "\(progress.from.title) to \(progress.to.title)",
            lines: progress.subjects.compactMap { line($0, request.group, title: $0.title) },
            tables: others.isEmpty
                ? []
                : progress.subjects.map { subject in
                    .init(
                        subject: subject.title, lines: others.compactMap { line(subject, $0, title: $0.title) })
                },
            notes: Self.notes, empty: empty)
    }

    private func line(_ subject: Subject, _ group: GroupSelection, title: String) -> SummativeProgressModel.Line? {
        progress.figure(subject, group).map { figure in
            .init(
                title: title,
                parts: ProgressStep.allCases.map { step in
                    var query = self.query
                    query.group = group.id
                    (query.subject, query.step) = (subject.rawValue, step.rawValue)
                    let count = figure.count(step)
                    return .init(
                        step: step, words: step == .notAssessed ? "\(count)" : figure.share(step).inWords,
                        count: count,
                        address: count == 0 ? nil : place.link(.summativeProgressPupils(query)))
                })
        }
    }

    private var form: AnalysisForm {
        let terms = AnalysisChoices.terms(place.year)
        return AnalysisForm(
            action: place.link(.summativeProgress()),
            rows: [
                [
                    .init("from", "From", options: terms, chosen: request.from.id),
                    .init("to", "To", options: terms, chosen: request.to.id),
                    .init(
                        "year-group", "Pupils of", options: AnalysisChoices.yearGroups(all: "All year groups"),
                        chosen: request.yearGroup?.rawValue ?? ""),
                ]
            ], hidden: [.init("group", request.group.id)])
    }

    private var empty: ReportEmpty? {
        let assessed = progress.figures.reduce(0) { $0 + $1.assessed }
        guard assessed == 0 else { return nil }
        return ReportEmpty(
            title: "Nobody was judged in both terms",
            text: "Progress is told of pupils with a judgement in \(progress.from.title) and in \(progress.to.title).",
            links: [ReportLink(title: "Enter judgements", address: place.link(.chooseClass(.summative)))])
    }

    private static let notes = [
        "A judgement is relative to age, so the same one again is the progress expected; a lower one is below, a higher one better.",
        "Percentages are of the pupils with a judgement in both terms. The others are counted as not assessed, beside them.",
        "Pupils belong to the class, year group and groups of the school year of this page.",
    ]
}
