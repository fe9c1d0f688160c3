import Assessment
import Reports
public import Storage

/// The reports over the years of pupils, as files and for a terminal.
extension Tracker {
    /// One of the reports with everything that asks for it.
    public enum JourneyRequest: Sendable, Hashable {
        case matrix(MatrixRequest)
        case progress(ProgressRequest)
        case expectations(ExpectationsRequest)
    }

    /// A report as the JSON of the interface.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)``.
    public func journeyJSON(_ request: JourneyRequest, school: School, as caller: Caller) async throws -> [UInt8] {
        try await content(request, school, caller).json(school: school.dfe).bytes
    }

    /// A report for a terminal.
    public func journeyText(_ request: JourneyRequest, school: School, as caller: Caller) async throws -> String {
        try await content(request, school, caller).text(title: "\(school.name), \(school.dfe)")
    }

    /// A report as a file.
    public func journeyFile(
        _ request: JourneyRequest, as format: TableFormat, school: School, for caller: Caller
    ) async throws -> [UInt8] {
        let content = try await content(request, school, caller)
        return try await bytes(ofFigures: content.table(), as: format, for: caller) { table in
            TableDownload(
                school: school, year: request.year, name: request.title,
                title: "\(request.title) \(request.year)", filters: request.filters, table: table, frozenColumns: 2)
        }
    }

    private func content(_ request: JourneyRequest, _ school: School, _ caller: Caller) async throws
        -> any JourneyContent
    {
        switch request {
        case .matrix(let request): return try await conversionMatrix(request, school: school, as: caller).content
        case .progress(let request): return try await summativeProgress(request, school: school, as: caller).content
        case .expectations(let request): return try await expectations(request, school: school, as: caller).content
        }
    }
}

extension Tracker.JourneyRequest {
    var year: SchoolYear {
        switch self {
        case .matrix(let request): request.year
        case .progress(let request): request.year
        case .expectations(let request): request.year
        }
    }

    var title: String {
        switch self {
        case .matrix: "Conversion matrix"
        case .progress: "Summative progress"
        case .expectations: "Expectations"
        }
    }

    var filters: [TableDownload.Filter] {
        switch self {
        case .matrix(let request):
            [
                .init("Pupils", "\(request.yearGroup.title), \(request.group.title)"),
                .init("From", request.from.title), .init("To", request.to.title),
            ]
        case .progress(let request):
            [
                .init("Pupils", "\(request.yearGroup?.title ?? "All year groups"), \(request.group.title)"),
                .init("From", request.from.title), .init("To", request.to.title),
            ]
        case .expectations(let request):
            [
                .init("Pupils", request.group.title), .init("Started at", request.start.title),
                .init("Became", request.outcome.title),
            ]
        }
    }
}
