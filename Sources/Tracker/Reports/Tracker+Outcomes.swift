import Assessment
public import Reports
import Spreadsheets
public import Storage

extension Tracker {
    /// End of Key Stage 2 Outcomes as they are now.
    ///
    /// An anonymised reader gets no pupils behind the figures, and no figure of a small group or one from which it could be
    /// worked out.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``, ``TrackerError/notHeld(_:)``.
    public func outcomes(_ request: OutcomesRequest, school: School, as caller: Caller) async throws -> OutcomesReport {
        try require(.viewReports, caller, in: school)
        let isAnonymised = !isAllowed(.viewPupils, caller, in: school)
        let snapshot = try await snapshot(YearGroupAssessment(.ks2), school: school, year: request.year)
        let cohort = try cohort(snapshot, request)
        return OutcomesReport(
            school: school, request: request,
            outcomes: isAnonymised
                ? Suppression().outcomes(of: cohort, group: request.group) : cohort.outcomes(request.group),
            groups: cohort.groups, isAnonymised: isAnonymised, stamp: snapshot.stamp, cohort: cohort,
            pupils: snapshot.pupils)
    }

    private func cohort(_ snapshot: CohortSnapshot, _ request: OutcomesRequest) throws -> KeyStage2Cohort {
        _ = try snapshot.heldColumns()
        let make = {
            KeyStage2Cohort(
                year: request.year.endYear,
                records: snapshot.cohort.compactMap { pupil in
                    guard let place = snapshot.places[pupil.id], let row = snapshot.row(pupil.id) as? KeyStage2Row
                    else {
                        return nil
                    }
                    return KeyStage2Record(pupil: pupil, place: place, row: row)
                },
                tables: snapshot.tables, specialConsideration: request.appliesSpecialConsideration,
                excluded: request.excluded)
        }
        guard request.excluded.isEmpty else { return make() }
        let key = OutcomesCache.Key(
            school: snapshot.school.id, year: request.year.endYear,
            appliesSpecialConsideration: request.appliesSpecialConsideration)
        return outcomesCache.cohort(key, stamp: snapshot.stamp, make: make)
    }

    /// The report as the JSON of the interface; kept in memory for as long as the data stands still.
    public func outcomesJSON(_ request: OutcomesRequest, school: School, as caller: Caller) async throws -> [UInt8] {
        try require(.viewReports, caller, in: school)
        let isAnonymised = !isAllowed(.viewPupils, caller, in: school)
        let key =
            "\(school.id)/\(request.year)/\(request.group.id)/\(request.appliesSpecialConsideration)/\(isAnonymised)"
        if request.excluded.isEmpty,
            let kept = try await outcomesCache.bytes(key, stamp: dataStamp(school: school.id))
        {
            return kept
        }
        let report = try await outcomes(request, school: school, as: caller)
        let bytes = report.outcomes.json(school: school.dfe, national: reference.national).bytes
        if request.excluded.isEmpty { outcomesCache.keep(bytes, key, stamp: report.stamp) }
        return bytes
    }

    /// The report as a file: a line per measure.
    public func outcomesFile(
        _ request: OutcomesRequest, as format: TableFormat, school: School, for caller: Caller
    ) async throws -> [UInt8] {
        let report = try await outcomes(request, school: school, as: caller)
        return try await bytes(
            ofFigures: report.outcomes.table(national: reference.national), as: format, for: caller
        ) { Self.download(of: report, $0, request, school) }
    }

    /// - Parameter table: the figures of the report.
    static func download(of report: OutcomesReport, _ table: Table, _ request: OutcomesRequest, _ school: School)
        -> TableDownload
    {
        TableDownload(
            school: school, year: request.year, name: "KS2 outcomes",
            title: "End of Key Stage 2 Outcomes \(request.year)",
            filters: [
                .init("Group", request.group.title),
                .init(
                    "Special consideration",
                    request.appliesSpecialConsideration ? "counted (97+ as 100)" : "not counted"),
            ], table: table, frozenColumns: 3, notes: report.outcomes.isPartlyWithheld ? [withheldNote] : [])
    }

    /// The report for a terminal.
    public func outcomesText(_ request: OutcomesRequest, school: School, as caller: Caller) async throws -> String {
        try await outcomes(request, school: school, as: caller).outcomes
            .text(
                title: school.name, national: reference.national
            )
    }

    /// The outcomes of many schools and their total, schools without the year's pupils included with a cohort of 0.
    ///
    /// Reads one school after the other, so that memory stays that of one school.
    public func outcomes(_ request: OutcomesRequest, of schools: [School], as caller: Caller) async throws
        -> SchoolsOutcomes
    {
        var all = SchoolsOutcomes()
        for school in schools {
            let report = try await outcomes(request, school: school, as: caller)
            all.append(report.outcomes, of: school.dfe, name: school.name)
        }
        return all
    }

    /// ``outcomes(_:of:as:)`` as CSV: a line for each school and measure, the total's last.
    public func outcomesCSV(_ request: OutcomesRequest, of schools: [School], as caller: Caller) async throws
        -> [UInt8]
    {
        let all = try await outcomes(request, of: schools, as: caller)
        return Self.csv(headings: SchoolsOutcomes.tableHeadings, rows: all.tableRows(national: reference.national))
    }
}
