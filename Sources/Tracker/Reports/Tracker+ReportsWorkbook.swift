import Assessment
import Reports
import Spreadsheets
public import Storage

extension Tracker {
    /// Every report of a year and group as one workbook, for governors: the Statutory Dashboard, End of Key Stage 2 Outcomes, and each other
    /// assessment that has pupils; the last sheet says what it is.
    ///
    /// For a reader without names, what the single reports withhold is withheld here.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func reportsWorkbook(_ request: StatutoryRequest, school: School, for caller: Caller) async throws -> [UInt8]
    {
        let dashboard = try await statutoryDashboard(request, school: school, as: caller)
        var sheets = [
            download(of: .dashboard, Table(figures: dashboard.content.table()), request, school, for: caller)
        ]
        let outcomesRequest = OutcomesRequest(
            year: request.year, group: request.group,
            appliesSpecialConsideration: request.appliesSpecialConsideration)
        let outcomes = try await outcomes(outcomesRequest, school: school, as: caller)
        if !outcomes.cohort.records.isEmpty {
            let figures = Table(figures: outcomes.outcomes.table(national: reference.national))
            sheets.append(Self.download(of: outcomes, figures, outcomesRequest, school))
        }
        for name in StatutoryReportName.allCases {
            guard let kind = name.kind else { continue }
            let report = try await assessmentReport(kind, request, school: school, as: caller)
            guard !report.isEmpty else { continue }
            sheets.append(download(of: name, Table(figures: report.content.table()), request, school, for: caller))
        }
        return try await bytes(of: sheets, title: "Reports \(request.year)", for: caller)
    }
}
