import Assessment
import Pages
import Reports
import Tracker

/// Fills the page of expectations from the report.
struct ExpectationsPage {
    let report: JourneyReport<Expectations>
    let request: ExpectationsRequest
    let place: SchoolPlace

    private var content: Expectations { report.content }

    private var query: MatrixQuery {
        MatrixQuery(
            from: request.start.point.id, fromSubject: request.start.subject?.rawValue, to: request.outcome.id,
            group: request.group.id)
    }

    func model() -> ExpectationsModel {
        let menu = GroupMenu(place: place, selection: request.group, groups: report.groups) {
            .expectations(query.of(group: $0))
        }
        return ExpectationsModel(
            year: place.year.endYear,
            breadcrumbs: [Breadcrumb("Analysis", place.route(.analysis)), Breadcrumb("Expectations")], form: form,
            bar: menu.bar(xlsx: .expectationsFile(.xlsx, query), csv: .expectationsFile(.csv, query)),
            start: request.start.title,
            outcome: request.outcome.title, outcomes: content.outcomes.map(\.title),
            rows: content.rows.map(row),
            basis: "From the cohorts of \(content.years.map(String.init).joined(separator: ", ")).",
            notes: Self.notes
                + [
                    "\(content.without) past pupils are left out, because one of the two results is not known; \(content.unplaced.count) of today’s Year 6 have no result at the starting point."
                ] + codes, tooFew: content.tooFew)
    }

    /// What the codes among the outcomes mean, as one note.
    private var codes: [String] {
        let meant = content.outcomes.compactMap { outcome in
            outcome.words.flatMap { $0 == outcome.title ? nil : "\(outcome.title): \($0.lowercasedStart)" }
        }
        return meant.isEmpty ? [] : [meant.joined(separator: "; ") + "."]
    }

    private func row(_ row: Expectations.Row) -> ExpectationsModel.Row {
        var query = self.query
        query.row = row.start.id
        return .init(
            title: row.start.title, meaning: row.start.words, words: row.inWords, isFew: row.isFew && row.past > 0,
            counts: row.counts, now: row.now.count,
            address: row.now.isEmpty ? nil : place.link(.expectationsPupils(query)))
    }

    private var form: AnalysisForm {
        AnalysisForm(
            action: place.link(.expectations()),
            rows: [
                [
                    .init("from", "Started at", options: AnalysisChoices.points, chosen: request.start.point.id),
                    .init(
                        "from-subject", "Subject of the start",
                        options: AnalysisChoices.subjects(report.cohort.settings),
                        chosen: request.start.subject?.rawValue ?? Subject.reading.rawValue),
                    .init(
                        "to", "Became",
                        options: ExpectationsRequest.outcomes.map { .init($0.id, $0.title) },
                        chosen: request.outcome.id),
                ]
            ], hidden: [.init("group", request.group.id)])
    }

    private static let notes = [
        "What became of past pupils of this school is no forecast of a pupil who is here now.",
        "At least \(Expectations.fewestCohorts) past cohorts with both results are needed, up to six years back. Fewer than \(Expectations.fewestPupils) pupils at one starting point are marked.",
        "As in the school’s measures, a code such as A (absent) counts as not met, and 97+ counts as 100.",
    ]
}
