import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func conversionMatrixPage(_ query: MatrixQuery, _ visit: Visit) async throws -> Response {
        let request = try matrixRequest(query, visit)
        // Before anybody is led to a group: whoever may not read the report is told so here.
        let report = try await tracker.conversionMatrix(request, school: visit.school, as: visit.caller)
        if let elsewhere = try await groupToGoTo(query, visit, page: { .conversionMatrix($0) }) { return elsewhere }
        memory.recent.note(
            Breadcrumb("Matrix \(visit.year)", visit.place.route(.conversionMatrix(MatrixPage.query(request)))),
            session: visit.csrf)
        return try await show(MatrixPage(report: report, request: request, place: visit.place).model(), visit)
    }

    func conversionMatrixFile(_ format: SpreadsheetFormat, _ query: MatrixQuery, _ visit: Visit) async throws
        -> Response
    {
        let request = try matrixRequest(query, visit)
        return try await journeyFile(.matrix(request), "conversion-matrix", format, request.group, visit)
    }

    /// The pupils of one cell, or of all cells that are lower, the same or higher, with what their teachers thought.
    func conversionMatrixPupilsPage(_ query: MatrixQuery, _ visit: Visit) async throws -> Response {
        let request = try matrixRequest(query, visit)
        let report = try await tracker.conversionMatrix(request, school: visit.school, as: visit.caller)
        let matrix = report.content
        let list = try pupils(query, matrix)
        let from = request.from.results(in: report.cohort)
        let to = request.to.results(in: report.cohort)
        let thought = request.thought.results(in: report.cohort)
        func pupil(_ id: Int64) -> PupilsBehindModel.Pupil? {
            report.journey(id).map { journey in
                PupilsBehindModel.Pupil(
                    name: journey.pupil.displayName, className: journey.place.className,
                    result: [from[id], to[id], thought[id]].map { $0 ?? "–" }.joined(separator: " · "),
                    address: visit.place.link(toPupil: id))
            }
        }
        let behind = Set(list.pupils)
        // Of one row, those who stood there before and have no result now.
        let stood = Set(list.among.compactMap { from[$0] })
        let leftOut = report.content.without.filter { pupil in
            query.step != nil || (pupil.from == nil && from[pupil.id].map(stood.contains) ?? false)
        }
        let model = PupilsBehindModel(
            title: list.title,
            report:
                "From \(request.from.title) to \(request.to.title), \(request.yearGroup.title), \(visit.year), \(request.group.title)",
            breadcrumbs: [
                Breadcrumb("Analysis", visit.place.route(.analysis)),
                Breadcrumb("Conversion matrix", visit.place.route(.conversionMatrix(MatrixPage.query(request)))),
                Breadcrumb(list.title),
            ],
            numerator: list.pupils.compactMap(pupil),
            others: list.among.filter { !behind.contains($0) }.compactMap(pupil),
            leftOut: leftOut.compactMap { pupil($0.id) },
            names: (list.title, list.others),
            resultTitle: "\(request.from.point.title) · \(request.to.point.title) · \(request.thought.title)",
            section: .analysis)
        return try await show(model, visit)
    }

    /// - Throws: ``PageRefusal/noSuchPage`` for a cell that the matrix does not have.
    private func pupils(_ query: MatrixQuery, _ matrix: ConversionMatrix) throws -> (
        title: String, others: String, pupils: [Int64], among: [Int64]
    ) {
        if let step = query.step.flatMap(MatrixStep.init(rawValue:)) {
            let cells = matrix.cells.joined()
            let title = step == .same ? "The same" : step.rawValue.uppercasedStart
            return (
                title, "All others with both results", cells.filter { $0.step == step }.flatMap(\.pupils),
                cells.flatMap(\.pupils)
            )
        }
        guard let row = matrix.rows.firstIndex(where: { $0.id == query.row }),
            let column = matrix.columns.firstIndex(where: { $0.id == query.column })
        else { throw PageRefusal.noSuchPage }
        return (
            "From \(matrix.rows[row].title) to \(matrix.columns[column].title)",
            "Others from \(matrix.rows[row].title)", matrix.cells[row][column].pupils,
            matrix.cells[row].flatMap(\.pupils)
        )
    }

    /// - Throws: ``PageRefusal/noSuchPage`` for an assessment, subject, year group or group that does not exist.
    func matrixRequest(_ query: MatrixQuery, _ visit: Visit) throws -> MatrixRequest {
        guard
            let from = side(query.from, query.fromSubject, MatrixRequest(year: visit.year).from),
            let to = side(query.to, query.toSubject, MatrixRequest(year: visit.year).to)
        else { throw PageRefusal.noSuchPage }
        return MatrixRequest(
            year: visit.year, yearGroup: try yearGroup(query.yearGroup) ?? .year6, from: from, to: to,
            group: try group(query.group))
    }

    /// One side of an address; nil for what does not exist.
    func side(_ text: String?, _ subject: String?, _ usual: MatrixSide) -> MatrixSide? {
        guard let text else { return usual }
        guard let point = MatrixPoint(id: text) else { return MatrixSide(id: text) }
        guard let subject else { return MatrixSide(point) }
        return Subject(rawValue: subject).map { MatrixSide(point, $0) }
    }

    /// A year group of an address; nil where it names none.
    func yearGroup(_ text: String?) throws -> YearGroup? {
        guard let text else { return nil }
        guard let group = YearGroup(rawValue: text), AssessmentKind.summative.yearGroups.contains(group) else {
            throw PageRefusal.noSuchPage
        }
        return group
    }

    /// A report over the years of pupils as a file.
    func journeyFile(
        _ request: Tracker.JourneyRequest, _ name: String, _ format: SpreadsheetFormat, _ group: GroupSelection,
        _ visit: Visit
    ) async throws -> Response {
        let bytes = try await tracker.journeyFile(
            request, as: format.table, school: visit.school, for: visit.caller)
        return .download(
            bytes, type: format.table.contentType, fileName: visit.fileName(name, of: group, format))
    }
}
