public import Assessment
public import Reports
import Spreadsheets
public import Storage

extension Tracker {
    /// The Statutory Dashboard as it is now: the headlines of all assessments, of a year and the two before.
    ///
    /// An anonymised reader gets no pupils behind the figures, and no figure of a small group or one from which it could be
    /// worked out.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func statutoryDashboard(_ request: StatutoryRequest, school: School, as caller: Caller) async throws
        -> StatutoryReport<StatutoryDashboard>
    {
        let reference = reference
        return try await report(.dashboard, AssessmentKind.statutory, request, school, caller) { cohorts, suppression in
            StatutoryDashboard(
                school: school.dfe, year: request.year.endYear, cohorts: cohorts, calendar: reference.calendar,
                national: reference.national, group: request.group, suppression: suppression)
        }
    }

    /// The report of one assessment as it is now: every measure of a year and the two before, marks, and groups.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func assessmentReport(
        _ kind: AssessmentKind, _ request: StatutoryRequest, school: School, as caller: Caller
    ) async throws -> StatutoryReport<AssessmentReport> {
        let reference = reference
        return try await report(StatutoryReportName(kind), [kind], request, school, caller) { cohorts, suppression in
            AssessmentReport(
                kind, school: school.dfe, year: request.year.endYear, cohorts: cohorts, calendar: reference.calendar,
                thresholds: reference.phonicsThresholds, national: reference.national, group: request.group,
                suppression: suppression)
        }
    }

    /// - Parameter name: nil for End of Key Stage 2, which has no report of its own among these.
    private func report<Content: StatutoryContent>(
        _ name: StatutoryReportName?, _ kinds: [AssessmentKind], _ request: StatutoryRequest, _ school: School,
        _ caller: Caller,
        make: ([AssessmentCohort], Suppression?) -> Content
    ) async throws -> StatutoryReport<Content> {
        try require(.viewReports, caller, in: school)
        let isAnonymised = !isAllowed(.viewPupils, caller, in: school)
        let (stamp, cohorts) = try await statutoryCohorts(
            kinds, years: request.years, school: school, specialConsideration: request.appliesSpecialConsideration)
        let key =
            "\(name?.rawValue ?? "ks2")/\(school.id)/\(request.year)/\(request.group.id)/\(request.appliesSpecialConsideration)/\(isAnonymised)"
        let content = outcomesCache.content(key, stamp: stamp) { make(cohorts, isAnonymised ? Suppression() : nil) }
        return StatutoryReport(
            school: school, request: request, content: content,
            groups: Self.groups(cohorts.filter { $0.year == request.year.endYear }), isAnonymised: isAnonymised,
            stamp: stamp, cohorts: isAnonymised ? [] : cohorts, isEmpty: cohorts.isEmpty)
    }

    /// The groups of several cohorts' menus: the standard ones, then classes, then own groups.
    private static func groups(_ cohorts: [AssessmentCohort]) -> [PupilGroup] {
        let others = Set(cohorts.flatMap(\.groups)).subtracting(PupilGroup.standard)
        // By id, classes (class:) stand before own groups (group:).
        return PupilGroup.standard + others.sorted { $0.id < $1.id }
    }

    // MARK: Files

    /// A report as the JSON of the interface; kept in memory for as long as the data stands still.
    public func statutoryJSON(
        _ name: StatutoryReportName, _ request: StatutoryRequest, school: School, as caller: Caller
    ) async throws -> [UInt8] {
        try require(.viewReports, caller, in: school)
        let isAnonymised = !isAllowed(.viewPupils, caller, in: school)
        let key =
            "\(name.rawValue)/\(school.id)/\(request.year)/\(request.group.id)/\(request.appliesSpecialConsideration)/\(isAnonymised)"
        if let kept = try await outcomesCache.bytes(key, stamp: dataStamp(school: school.id)) { return kept }
        let (content, stamp) = try await content(name, request, school: school, as: caller)
        let bytes = content.json().bytes
        outcomesCache.keep(bytes, key, stamp: stamp)
        return bytes
    }

    /// A report for a terminal.
    public func statutoryText(
        _ name: StatutoryReportName, _ request: StatutoryRequest, school: School, as caller: Caller
    ) async throws -> String {
        try await content(name, request, school: school, as: caller).content
            .text(title: "\(school.name), \(school.dfe)")
    }

    /// A report as a file: a line for each measure and year.
    public func statutoryFile(
        _ name: StatutoryReportName, _ request: StatutoryRequest, as format: TableFormat, school: School,
        for caller: Caller
    ) async throws -> [UInt8] {
        let content = try await content(name, request, school: school, as: caller).content
        return try await bytes(ofFigures: content.table(), as: format, for: caller) {
            download(of: name, $0, request, school, for: caller)
        }
    }

    /// - Parameter table: the figures of the report.
    func download(
        of name: StatutoryReportName, _ table: Table, _ request: StatutoryRequest, _ school: School,
        for caller: Caller
    ) -> TableDownload {
        TableDownload(
            school: school, year: request.year, name: name.sheetName, title: "\(name.title) \(request.year)",
            filters: [.init("Group", request.group.title)], table: table, frozenColumns: 2,
            notes: isAllowed(.viewPupils, caller, in: school) ? [] : [Self.withheldNote])
    }

    /// The same measures of many schools and their total, schools without pupils in these years included.
    ///
    /// Reads one school after the other, so that memory stays that of one school.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` when the caller may not see pupils in one of them: small groups could
    ///   not be withheld from a total.
    public func statutory(
        _ name: StatutoryReportName, _ request: StatutoryRequest, of schools: [School], as caller: Caller
    ) async throws -> SchoolsDashboard {
        for school in schools {
            try require(.viewReports, caller, in: school)
            try require(.viewPupils, caller, in: school)
        }
        var all = SchoolsDashboard(
            name, year: request.year.endYear, calendar: reference.calendar, national: reference.national,
            group: request.group)
        for school in schools {
            let cohorts = try await statutoryCohorts(
                name.kind.map { [$0] } ?? AssessmentKind.statutory, years: request.years, school: school,
                specialConsideration: request.appliesSpecialConsideration
            ).cohorts
            all.append(school.dfe, name: school.name, cohorts: cohorts)
        }
        return all
    }

    /// ``statutory(_:_:of:as:)`` as CSV: a line for each school, measure and year, the total's last.
    public func statutoryCSV(
        _ name: StatutoryReportName, _ request: StatutoryRequest, of schools: [School], as caller: Caller
    ) async throws -> [UInt8] {
        Self.csv(ofFigures: try await statutory(name, request, of: schools, as: caller).table())
    }

    private func content(
        _ name: StatutoryReportName, _ request: StatutoryRequest, school: School, as caller: Caller
    ) async throws -> (content: any StatutoryContent, stamp: DataStamp) {
        if let kind = name.kind {
            let report = try await assessmentReport(kind, request, school: school, as: caller)
            return (report.content, report.stamp)
        }
        let report = try await statutoryDashboard(request, school: school, as: caller)
        return (report.content, report.stamp)
    }
}
