import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    /// Expectations; its address is that of a matrix from the starting point to the outcome.
    func expectationsPage(_ query: MatrixQuery, _ visit: Visit) async throws -> Response {
        let request = try expectationsRequest(query, visit)
        // Before anybody is led to a group: whoever may not read the report is told so here.
        let report = try await tracker.expectations(request, school: visit.school, as: visit.caller)
        if let elsewhere = try await groupToGoTo(query, visit, page: { .expectations($0) }) { return elsewhere }
        return try await show(
            ExpectationsPage(report: report, request: request, place: visit.place).model(), visit)
    }

    func expectationsFile(_ format: SpreadsheetFormat, _ query: MatrixQuery, _ visit: Visit) async throws -> Response {
        let request = try expectationsRequest(query, visit)
        return try await journeyFile(.expectations(request), "expectations", format, request.group, visit)
    }

    /// Today's pupils who started at one point.
    func expectationsPupilsPage(_ query: MatrixQuery, _ visit: Visit) async throws -> Response {
        let request = try expectationsRequest(query, visit)
        let report = try await tracker.expectations(request, school: visit.school, as: visit.caller)
        guard report.content.isEnough, let row = report.content.rows.first(where: { $0.start.id == query.row }) else {
            throw PageRefusal.noSuchPage
        }
        let results = request.start.results(in: report.cohort)
        func list(_ ids: [Int64]) -> [PupilsBehindModel.Pupil] {
            ids.compactMap { id in
                report.journey(id).map { journey in
                    PupilsBehindModel.Pupil(
                        name: journey.pupil.displayName, className: journey.place.className,
                        result: results[id] ?? "", address: visit.place.link(toPupil: id))
                }
            }
        }
        let others = report.content.rows.filter { $0.start.id != query.row }.flatMap(\.now)
        return try await show(
            PupilsBehindModel(
                title: "Started at \(row.start.title)",
                report: "\(request.start.title). \(row.inWords) Year 6, \(visit.year), \(request.group.title)",
                breadcrumbs: [
                    Breadcrumb("Analysis", visit.place.route(.analysis)),
                    Breadcrumb("Expectations", visit.place.route(.expectations(query.whole))),
                    Breadcrumb("Started at \(row.start.title)"),
                ],
                numerator: list(row.now), others: list(others), leftOut: list(report.content.unplaced),
                names: ("Started here", "Started elsewhere"), resultTitle: request.start.title,
                section: .analysis), visit)
    }

    /// - Throws: ``PageRefusal/noSuchPage`` for an assessment, subject or group that does not exist, and for an outcome that
    ///   is not of Key Stage 2.
    private func expectationsRequest(_ query: MatrixQuery, _ visit: Visit) throws -> ExpectationsRequest {
        guard let start = side(query.from, query.fromSubject, ExpectationsRequest.usualStart),
            let outcome = side(query.to, query.toSubject, MatrixRequest(year: visit.year).to),
            let request = ExpectationsRequest(
                year: visit.year, start: start, outcome: outcome, group: try group(query.group))
        else { throw PageRefusal.noSuchPage }
        return request
    }
}
