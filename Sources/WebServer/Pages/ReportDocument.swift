public import Assessment
import Markup
public import Pages
public import Reports
public import Storage
public import Tracker

/// A report as a file of HTML that stands alone: the page of the same report, filled in the same way.
public struct ReportDocument: Sendable {
    private let tracker: Tracker
    private let assets: Assets

    public init(tracker: Tracker, assets: Assets) {
        self.tracker = tracker
        self.assets = assets
    }

    /// End of Key Stage 2 Outcomes.
    ///
    /// - Throws: as ``Tracker/outcomes(_:school:as:)``.
    public func outcomes(_ request: OutcomesRequest, school: School, as caller: Caller) async throws -> [UInt8] {
        let report = try await tracker.outcomes(request, school: school, as: caller)
        let years = try await tracker.assessmentReport(
            .ks2,
            StatutoryRequest(
                year: request.year, group: request.group,
                appliesSpecialConsideration: request.appliesSpecialConsideration), school: school, as: caller)
        var model = OutcomesPage(
            report: report, years: years, national: tracker.reference.national, codeLists: tracker.reference.codes,
            query: OutcomesQuery(), place: place(school, request.year), mayEnter: false, opensPupils: false
        ).model()
        model.specialConsiderationSwitch = nil
        return bytes(model, school, request.year, caller)
    }

    /// The Statutory Dashboard, or the report of one assessment.
    ///
    /// - Throws: as ``Tracker/statutoryDashboard(_:school:as:)``.
    public func statutory(
        _ name: StatutoryReportName, _ request: StatutoryRequest, school: School, as caller: Caller
    ) async throws -> [UInt8] {
        guard let kind = name.kind else {
            let report = try await tracker.statutoryDashboard(request, school: school, as: caller)
            var model = StatutoryPage(
                report: report, place: place(school, request.year), mayEnter: false, mayImport: false
            ).model()
            model.notes.removeAll { $0 == StatutoryPage.opensPupils }
            return bytes(model, school, request.year, caller)
        }
        let report = try await tracker.assessmentReport(kind, request, school: school, as: caller)
        var model = AssessmentPage(
            report: report, name: name, calendar: tracker.reference.calendar, place: place(school, request.year),
            mayEnter: false, mayImport: false
        ).model()
        model.notes.removeAll { $0 == StatutoryPage.opensPupils }
        return bytes(model, school, request.year, caller)
    }

    /// A report over the years of pupils.
    ///
    /// - Throws: as ``Tracker/journeyText(_:school:as:)``.
    public func journey(_ request: Tracker.JourneyRequest, school: School, as caller: Caller) async throws -> [UInt8] {
        switch request {
        case .matrix(let request):
            let report = try await tracker.conversionMatrix(request, school: school, as: caller)
            let page = MatrixPage(report: report, request: request, place: place(school, request.year))
            return bytes(page.model(), school, request.year, caller)
        case .progress(let request):
            let report = try await tracker.summativeProgress(request, school: school, as: caller)
            let page = ProgressPage(report: report, request: request, place: place(school, request.year))
            return bytes(page.model(), school, request.year, caller)
        case .expectations(let request):
            let report = try await tracker.expectations(request, school: school, as: caller)
            let page = ExpectationsPage(report: report, request: request, place: place(school, request.year))
            return bytes(page.model(), school, request.year, caller)
        }
    }

    /// One pupil's results over time.
    ///
    /// - Parameter pupil: the UPN, or a former one.
    /// - Throws: as ``Tracker/flight(of:school:year:as:)``.
    public func pupil(_ pupil: String, school: School, year: SchoolYear, as caller: Caller) async throws -> [UInt8] {
        let flight = try await tracker.flight(of: pupil, school: school, year: year, as: caller)
        return bytes(PupilOverTimeModel(place: place(school, year), flight: flight), school, year, caller)
    }

    /// Sheets for parents, as they are printed.
    public func parents(_ sheets: ParentsSheets, school: School, year: SchoolYear, as caller: Caller) -> [UInt8] {
        bytes(
            ParentsSheetsModel(sheets, query: ParentsQuery(), school: school, year: year, canEdit: false), school, year,
            caller)
    }

    private func place(_ school: School, _ year: SchoolYear) -> SchoolPlace {
        SchoolPlace(school: school.dfe, year: year)
    }

    private func bytes(_ page: some Page, _ school: School, _ year: SchoolYear, _ caller: Caller) -> [UInt8] {
        let written = "Written on \(tracker.clock.inWords(tracker.clock.timestamp())) by \(caller.name)."
        return StandalonePage(
            assets: assets, title: school.name,
            about: "\(school.name) (\(school.dfe)), school year \(year.label). \(written)"
        ).render(page).bytes
    }
}
