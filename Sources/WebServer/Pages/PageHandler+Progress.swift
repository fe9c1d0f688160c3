import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func summativeProgressPage(_ query: ProgressQuery, _ visit: Visit) async throws -> Response {
        let request = try progressRequest(query, visit)
        // Before anybody is led to a group: whoever may not read the report is told so here.
        let report = try await tracker.summativeProgress(request, school: visit.school, as: visit.caller)
        if let elsewhere = try await groupToGoTo(query, visit, page: { .summativeProgress($0) }) { return elsewhere }
        memory.recent.note(
            Breadcrumb("Progress \(visit.year)", visit.place.route(.summativeProgress(ProgressPage.query(request)))),
            session: visit.csrf)
        return try await show(ProgressPage(report: report, request: request, place: visit.place).model(), visit)
    }

    func summativeProgressFile(_ format: SpreadsheetFormat, _ query: ProgressQuery, _ visit: Visit) async throws
        -> Response
    {
        let request = try progressRequest(query, visit)
        return try await journeyFile(.progress(request), "summative-progress", format, request.group, visit)
    }

    /// The pupils of one subject and step with both judgements.
    func summativeProgressPupilsPage(_ query: ProgressQuery, _ visit: Visit) async throws -> Response {
        guard let subject = query.subject.flatMap(Subject.init(rawValue:)),
            let step = query.step.flatMap(ProgressStep.init(rawValue:))
        else { throw PageRefusal.noSuchPage }
        let request = try progressRequest(query, visit)
        let report = try await tracker.summativeProgress(request, school: visit.school, as: visit.caller)
        guard let figure = report.content.figure(subject, request.group) else { throw PageRefusal.noSuchPage }
        func list(_ pupils: [SummativeProgress.Pupil]) -> [PupilsBehindModel.Pupil] {
            pupils.compactMap { pupil in
                report.journey(pupil.id).map { journey in
                    PupilsBehindModel.Pupil(
                        name: journey.pupil.displayName, className: journey.place.className,
                        result: [pupil.fromLabel, pupil.toLabel].map { $0?.words ?? "Not assessed" }
                            .joined(separator: " · "), address: visit.place.link(toPupil: pupil.id))
                }
            }
        }
        let title = "\(subject.title): \(step.title.lowercasedStart)"
        let isAssessed = step != .notAssessed
        let who = request.yearGroup?.title ?? "All year groups"
        return try await show(
            PupilsBehindModel(
                title: title, report: "\(who), \(visit.year), \(request.group.title)",
                breadcrumbs: [
                    Breadcrumb("Analysis", visit.place.route(.analysis)),
                    Breadcrumb(
                        "Progress between terms",
                        visit.place.route(.summativeProgress(ProgressPage.query(request)))),
                    Breadcrumb(title),
                ],
                numerator: list(figure.pupils(step)),
                others: list(figure.pupils.filter { $0.step != step && $0.step != .notAssessed }),
                leftOut: isAssessed ? list(figure.pupils(.notAssessed)) : [], names: (step.title, "All others"),
                resultTitle: "\(report.content.from.title) · \(report.content.to.title)", section: .analysis), visit)
    }

    /// - Throws: ``PageRefusal/noSuchPage`` for a term, year group or group that does not exist.
    private func progressRequest(_ query: ProgressQuery, _ visit: Visit) throws -> ProgressRequest {
        func point(_ text: String?) throws -> TermPoint? {
            guard let text else { return nil }
            guard let point = TermPoint(id: text) else { throw PageRefusal.noSuchPage }
            return point
        }
        return ProgressRequest(
            year: visit.year, yearGroup: try yearGroup(query.yearGroup), from: try point(query.from),
            to: try point(query.to), group: try group(query.group))
    }
}
