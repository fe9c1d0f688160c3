import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func outcomesPage(_ query: OutcomesQuery, _ visit: Visit) async throws -> Response {
        if let elsewhere = try await groupToGoTo(query, visit, page: { .keyStage2Outcomes($0) }) { return elsewhere }
        let report = try await tracker.outcomes(try request(query, visit), school: visit.school, as: visit.caller)
        memory.recent.note(
            Breadcrumb("KS2 outcomes \(visit.year)", visit.place.route(.keyStage2Outcomes(query))),
            session: visit.csrf)
        let years = try await tracker.assessmentReport(
            .ks2,
            StatutoryRequest(
                year: visit.year, group: report.request.group,
                appliesSpecialConsideration: query.appliesSpecialConsideration), school: visit.school,
            as: visit.caller)
        return try await show(
            OutcomesPage(
                report: report, years: years, national: tracker.reference.national,
                codeLists: tracker.reference.codes, query: query, place: visit.place,
                mayEnter: isAllowed(.enterResults, visit)
            ).model(), visit)
    }

    func outcomesFile(_ format: SpreadsheetFormat, _ query: OutcomesQuery, _ visit: Visit) async throws -> Response {
        let request = try request(query, visit)
        let bytes = try await tracker.outcomesFile(
            request, as: format.table, school: visit.school, for: visit.caller)
        return .download(
            bytes, type: format.table.contentType,
            fileName: visit.fileName("ks2-outcomes", of: request.group, format))
    }

    // MARK: The pupils behind a number

    func pupilsBehindPage(_ name: String, _ query: OutcomesQuery, _ visit: Visit) async throws -> Response {
        guard let measure = MeasureID(id: name), let report = try await outcomes(query, visit) else {
            throw PageRefusal.noSuchPage
        }
        let title = "End of Key Stage 2 Outcomes, \(visit.year), \(report.request.group.title)"
        let breadcrumbs = [
            Breadcrumb("Reports", visit.place.route(.reports)),
            Breadcrumb("End of Key Stage 2 Outcomes", visit.place.route(.keyStage2Outcomes(query))),
            Breadcrumb(measure.title),
        ]
        guard !report.isAnonymised, let behind = report.outcomes.pupils(behind: measure) else {
            return try await show(withoutNames(measure, report, title, breadcrumbs), visit)
        }
        let results = try await tracker.results(.ks2, school: visit.school, year: visit.year, as: visit.caller)
        let byID = Dictionary(results.pupils.map { ($0.pupil.id, $0) }, uniquingKeysWith: { first, _ in first })
        func pupil(_ id: Int64, _ result: String?) -> PupilsBehindModel.Pupil {
            PupilsBehindModel.Pupil(
                name: report.name(of: id) ?? "Pupil \(id)", className: byID[id]?.place?.className,
                result: result ?? byID[id].map { Self.result($0.values[.ks2] ?? [:], measure) } ?? "",
                address: visit.place.link(toPupil: id))
        }
        let inNumerator = Set(behind.numerator)
        return try await show(
            PupilsBehindModel(
                title: measure.title, report: title, breadcrumbs: breadcrumbs,
                numerator: behind.numerator.map { pupil($0, nil) },
                others: behind.denominator.filter { !inNumerator.contains($0) }.map { pupil($0, nil) },
                leftOut: behind.leftOut.map { pupil($0.id, $0.reason) }, names: Self.names(measure),
                resultTitle: measure.area == .rwm ? "Reading · writing · mathematics" : "Result"), visit)
    }

    private func withoutNames(
        _ measure: MeasureID, _ report: OutcomesReport, _ title: String, _ breadcrumbs: [Breadcrumb]
    ) -> PupilsBehindModel {
        // Of single scores and codes the report shows what it may; here only what it shows as a share.
        let isShownAsShare =
            switch measure {
            case .expected, .higher: true
            default: false
            }
        let share = isShownAsShare ? report.outcomes.share(measure) : nil
        return PupilsBehindModel(
            title: measure.title, report: title, breadcrumbs: breadcrumbs,
            withheld: share == nil && isShownAsShare
                ? "So few pupils are concerned that somebody could be recognised: the figure is withheld."
                : "Your role sees figures, not the pupils behind them.",
            counts: share.map { ($0.count, $0.of, (report.outcomes.cohort ?? $0.of) - $0.of) })
    }

    private static func names(_ measure: MeasureID) -> (numerator: String, others: String) {
        switch measure {
        case .expected, .higher: ("Met it", "Did not meet it")
        case .averageScaledScore: ("With a scaled score", "Without one")
        default: ("In the number", "Counted, not in the number")
        }
    }

    /// What stands for a pupil in a measure: the score, else the code, else the teacher assessment.
    private static func result(_ values: [ColumnID: String], _ measure: MeasureID) -> String {
        func text(_ area: String) -> String? {
            ["scaled", "outcome", "ta"].lazy.compactMap { values[ColumnID(rawValue: "\(area).\($0)")] }.first
        }
        switch measure.area {
        case .rwm?:
            return ["reading", "writing", "mathematics"].map { text($0) ?? "–" }.joined(separator: " · ")
        case let area?: return text(area.rawValue) ?? ""
        case nil: return ""
        }
    }

    // MARK: Analysis

    func analysisPage(_ visit: Visit) async throws -> Response {
        var groups: [AnalysisHomeModel.Item] = []
        if let report = try await outcomes(OutcomesQuery(), visit) {
            let rows = report.comparison(.expected(.rwm), national: tracker.reference.national).rows
            for row in rows where row.group != .all {
                guard let figure = row.figure, figure.pupils > 0 else { continue }
                groups.append(
                    AnalysisHomeModel.Item(
                        title: row.group.title, pupils: figure.pupils, query: OutcomesQuery(group: row.group.id)))
            }
        }
        var withResults: [SchoolYear] = []
        for year in try await years(visit) where KeyStage2Columns.isHeld(in: year.endYear) {
            let report = try await tracker.outcomes(
                OutcomesRequest(year: year), school: visit.school, as: visit.caller)
            if report.outcomes.cohort != 0 { withResults.append(year) }
        }
        return try await show(
            AnalysisHomeModel(place: visit.place, groups: groups, years: withResults), visit)
    }

    // MARK: The report

    private func request(_ query: OutcomesQuery, _ visit: Visit) throws -> OutcomesRequest {
        OutcomesRequest(
            year: visit.year, group: try group(query.group),
            appliesSpecialConsideration: query.appliesSpecialConsideration)
    }

    /// nil for a year in which the tests were not held.
    private func outcomes(_ query: OutcomesQuery, _ visit: Visit) async throws -> OutcomesReport? {
        do {
            return try await tracker.outcomes(try request(query, visit), school: visit.school, as: visit.caller)
        } catch TrackerError.notHeld { return nil }
    }
}
