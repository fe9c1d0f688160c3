import Assessment
import Pages
import Reports
import Tracker

/// Fills the page of a conversion matrix from the report.
struct MatrixPage {
    let report: JourneyReport<ConversionMatrix>
    let request: MatrixRequest
    let place: SchoolPlace

    private var matrix: ConversionMatrix { report.content }

    /// The address of this matrix, with every choice in it.
    var query: MatrixQuery { Self.query(request) }

    static func query(_ request: MatrixRequest) -> MatrixQuery {
        MatrixQuery(
            from: request.from.point.id, fromSubject: request.from.subject?.rawValue, to: request.to.point.id,
            toSubject: request.to.subject?.rawValue, yearGroup: request.yearGroup.rawValue, group: request.group.id)
    }

    func model() -> ConversionMatrixModel {
        let menu = GroupMenu(place: place, selection: request.group, groups: report.groups) {
            .conversionMatrix(query.of(group: $0))
        }
        let comparable = matrix.scale != .none
        return ConversionMatrixModel(
            year: place.year.endYear,
            breadcrumbs: [Breadcrumb("Analysis", place.route(.analysis)), Breadcrumb("Conversion matrix")],
            form: form,
            bar: menu.bar(xlsx: .conversionMatrixFile(.xlsx, query), csv: .conversionMatrixFile(.csv, query)),
            who: AnalysisChoices.who(request.yearGroup.title, place.year, request.group),
            from: request.from.title, to: request.to.title, columns: matrix.columns.map(Self.heading), rows: rows,
            columnTotals: matrix.columnTotals, total: matrix.total,
            steps: comparable ? MatrixStep.allCases.map(step) : [], legend: matrix.scale.legend, without: without,
            notes: Self.notes, empty: empty)
    }

    private static func heading(_ category: MatrixCategory) -> ConversionMatrixModel.Heading {
        .init(title: category.title, words: category.words == category.title ? nil : category.words)
    }

    private var rows: [ConversionMatrixModel.Row] {
        zip(matrix.rows, zip(matrix.cells, matrix.rowTotals)).map { row, rest in
            .init(
                heading: Self.heading(row),
                cells: zip(matrix.columns, rest.0).map { column, cell in
                    var query = self.query
                    (query.row, query.column) = (row.id, column.id)
                    return .init(
                        count: cell.count, percent: cell.share.wholePercent, step: cell.step,
                        address: cell.count == 0 ? nil : place.link(.conversionMatrixPupils(query)))
                }, total: rest.1)
        }
    }

    private func step(_ step: MatrixStep) -> ConversionMatrixModel.Step {
        var query = self.query
        query.step = step.rawValue
        let count = matrix.count(step)
        return .init(
            step: step, count: count, address: count == 0 ? nil : place.link(.conversionMatrixPupils(query)))
    }

    private var without: [ConversionMatrixModel.Without] {
        matrix.without.compactMap { pupil in
            report.journey(pupil.id).map {
                .init(
                    name: $0.pupil.displayName, address: place.link(toPupil: pupil.id), from: pupil.from, to: pupil.to)
            }
        }
    }

    private var form: AnalysisForm {
        let subjects = AnalysisChoices.subjects(report.cohort.settings)
        var exchanged = self.query
        (exchanged.from, exchanged.to) = (query.to, query.from)
        (exchanged.fromSubject, exchanged.toSubject) = (query.toSubject, query.fromSubject)
        func side(_ name: String, _ label: String, _ side: MatrixSide) -> [AnalysisForm.Choice] {
            [
                .init(name, label, options: AnalysisChoices.points, chosen: side.point.id),
                .init(
                    "\(name)-subject", "\(label) subject", options: subjects,
                    chosen: side.subject?.rawValue ?? Subject.reading.rawValue),
            ]
        }
        return AnalysisForm(
            action: place.link(.conversionMatrix()),
            rows: [
                side("from", "From", request.from),
                side("to", "To", request.to) + [
                    .init(
                        "year-group", "Pupils of", options: AnalysisChoices.yearGroups(),
                        chosen: request.yearGroup.rawValue)
                ],
            ], hidden: [.init("group", request.group.id)], exchange: place.link(.conversionMatrix(exchanged)))
    }

    private var empty: ReportEmpty? {
        guard matrix.total == 0 else { return nil }
        guard matrix.pupils > 0 else {
            return ReportEmpty(
                title: "No pupils in this group",
                text:
                    "Nobody of \(request.yearGroup.title) in \(place.year.label) is in the group “\(request.group.title)”."
            )
        }
        return ReportEmpty(
            title: "No pupil has both results",
            text:
                "None of the \(matrix.pupils) pupils has a result of \(request.from.title) and of \(request.to.title). Below is what is missing of each."
        )
    }

    private static let notes = [
        "Every pupil of the year group and group is in one cell, or in the list of those without one of the two results.",
        "Percentages are of the pupils of a row. A result counts in whichever year it was reached; the last one, where there are several.",
        "In the Key Stage 2 test 97+ (special consideration) counts as 100, as in the school’s measures.",
        "L, M, F, P and other codes that are in no measure are no result; they stand in the list with their meaning.",
    ]
}
