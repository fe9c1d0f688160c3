import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The grid as a file: the columns of the filter under headings that the import reads back, empty ones with `blank=1`.
    func gridFile(_ kind: AssessmentKind, _ format: SpreadsheetFormat, _ asked: GridQuery, _ visit: Visit) async throws
        -> Response
    {
        let (assessment, query) = try await gridAddress(kind, asked, visit)
        let sheet = try await tracker.grid(
            assessment, school: visit.school, year: visit.year, className: query.className, as: visit.caller)
        if let name = query.className, !sheet.snapshot.classes.contains(name) { throw PageRefusal.noSuchPage }
        let table = GridDrawing(
            sheet: sheet, query: query, mode: query.isBlank ? .blank : .reading, place: visit.place,
            clock: tracker.clock
        ).table()
        let group = query.className ?? assessment.yearGroup.title
        let filter = sheet.columns.filter(query.filter)
        let columns = filter?.title ?? ""
        let download = TableDownload(
            school: visit.school, year: visit.year, name: "\(group) \(columns)",
            title: "\(kind.title), \(group): \(columns)",
            filters: [.init("Pupils", group), .init("Columns", columns)], table: table, frozenColumns: 2,
            notes: [
                "Fill in marks and codes and drop the file on Files: you see what would change before it does. Empty cells change nothing.",
                "Total, scaled score and outcome are worked out from the marks: what is typed over them is compared, not taken.",
            ])
        let name = [
            visit.school.dfe.compact, kind.rawValue, String(visit.year.endYear),
            query.className.map { "\($0.replacing(" ", with: "-"))" } ?? "all", filter?.id ?? "",
        ].joined(separator: "-")
        return .download(
            try await tracker.bytes(of: download, as: format.table, for: visit.caller), type: format.table.contentType,
            fileName: "\(name)\(query.isBlank ? "-blank" : "").\(format.rawValue)")
    }

    /// The links to it: what the page shows, without the sitting.
    func gridDownloads(_ assessment: YearGroupAssessment, _ query: GridQuery, _ visit: Visit) -> [GridModel.Link] {
        var shown = GridQuery(
            yearGroup: query.yearGroup, className: query.className, filter: query.filter, order: query.order)
        shown.isBlank = query.isBlank
        return [("XLSX", SpreadsheetFormat.xlsx), ("CSV", .csv)].map { title, format in
            GridModel.Link(
                title: "Download \(title)", address: visit.place.link(.gridFile(assessment.kind, format, shown)))
        }
    }
}
