import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    /// The Statutory Dashboard, or the report of one assessment.
    func statutoryPage(_ name: StatutoryReportName, _ query: ReportQuery, _ visit: Visit) async throws -> Response {
        if let elsewhere = try await groupToGoTo(query, visit, page: { .statutoryReport(name, $0) }) {
            return elsewhere
        }
        memory.recent.note(
            Breadcrumb("\(name.sheetName) \(visit.year)", visit.place.route(.statutoryReport(name, query))),
            session: visit.csrf)
        let request = try request(query, visit)
        let mayEnter = isAllowed(.enterResults, visit)
        let mayImport = isAllowed(.importFiles, visit)
        guard let kind = name.kind else {
            let report = try await tracker.statutoryDashboard(request, school: visit.school, as: visit.caller)
            return try await show(
                StatutoryPage(report: report, place: visit.place, mayEnter: mayEnter, mayImport: mayImport).model(),
                visit)
        }
        let report = try await tracker.assessmentReport(kind, request, school: visit.school, as: visit.caller)
        return try await show(
            AssessmentPage(
                report: report, name: name, calendar: tracker.reference.calendar, place: visit.place,
                mayEnter: mayEnter, mayImport: mayImport
            ).model(), visit)
    }

    func statutoryFile(
        _ name: StatutoryReportName, _ format: SpreadsheetFormat, _ query: ReportQuery, _ visit: Visit
    ) async throws -> Response {
        let request = try request(query, visit)
        let bytes = try await tracker.statutoryFile(
            name, request, as: format.table, school: visit.school, for: visit.caller)
        return .download(
            bytes, type: format.table.contentType,
            fileName: visit.fileName(name.rawValue, of: request.group, format))
    }

    /// Every report as one workbook.
    func reportsWorkbook(_ query: ReportQuery, _ visit: Visit) async throws -> Response {
        let request = try request(query, visit)
        let bytes = try await tracker.reportsWorkbook(request, school: visit.school, for: visit.caller)
        return .download(
            bytes, type: TableFormat.xlsx.contentType, fileName: visit.fileName("reports", of: request.group, .xlsx))
    }

    // MARK: The pupils behind a figure

    func statutoryPupilsPage(_ id: String, _ query: ReportQuery, _ visit: Visit) async throws -> Response {
        guard let measure = StatutoryMeasure.measure(id) else { throw PageRefusal.noSuchPage }
        let request = try request(query, visit)
        let year = query.of ?? visit.year.endYear
        guard (visit.year.endYear - 2...visit.year.endYear).contains(year) else { throw PageRefusal.noSuchPage }
        let report = try await tracker.assessmentReport(
            measure.kind, request, school: visit.school, as: visit.caller)
        let title = "\(measure.title), \(year)"
        let about = "\(measure.kind.title), \(measure.yearGroup.title), \(year), \(request.group.title)"
        let breadcrumbs = [
            Breadcrumb("Analysis", visit.place.route(.analysis)),
            Breadcrumb(
                "Statutory Dashboard",
                visit.place.route(.statutoryReport(.dashboard, ReportQuery(group: request.group.id)))),
            assessmentCrumb(measure.kind, request.group, visit), Breadcrumb(title),
        ]
        guard let behind = report.pupils(behind: measure, year: year) else {
            return try await show(
                PupilsBehindModel(
                    title: title, report: about, breadcrumbs: breadcrumbs,
                    withheld: "Your role sees figures, not the pupils behind them.", counts: nil), visit)
        }
        func list(_ isIn: (BehindPupil.Side) -> Bool) -> [PupilsBehindModel.Pupil] {
            behind.filter { isIn($0.side) }.map { pupil in
                var result = pupil.result
                if case .leftOut(let reason) = pupil.side { result = reason }
                return PupilsBehindModel.Pupil(
                    name: pupil.pupil.displayName, className: pupil.place.className, result: result,
                    address: visit.place.link(toPupil: pupil.pupil.id))
            }
        }
        var model = PupilsBehindModel(
            title: title, report: about, breadcrumbs: breadcrumbs, numerator: list { $0 == .numerator },
            others: list { $0 == .others },
            leftOut: list { if case .leftOut = $0 { true } else { false } }, names: measure.sides,
            resultTitle: measure.resultTitle)
        if measure.unit != .share {
            model.sum =
                report.content.overYears.rows.first { $0.measure == measure }?.entries.first { $0.year == year }?
                .figure?.inWords
        }
        return try await show(model, visit)
    }

    private func assessmentCrumb(_ kind: AssessmentKind, _ group: GroupSelection, _ visit: Visit) -> Breadcrumb {
        guard let name = StatutoryReportName(kind) else {
            return Breadcrumb("KS2", visit.place.route(.keyStage2Outcomes(OutcomesQuery(group: group.id))))
        }
        return Breadcrumb(
            name.sheetName, visit.place.route(.statutoryReport(name, ReportQuery(group: group.id))))
    }

    private func request(_ query: ReportQuery, _ visit: Visit) throws -> StatutoryRequest {
        StatutoryRequest(year: visit.year, group: try group(query.group))
    }
}
