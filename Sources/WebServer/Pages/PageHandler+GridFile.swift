import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The grid as a file: the columns of the filter under headings that the import reads back, empty ones with `blank=1`.
    func gridFile(_ kind: AssessmentKind, _ format: SpreadsheetFormat, _ query: GridQuery, _ visit: Visit) async throws
        -> Response
    {
        let sheet = try await tracker.grid(
            kind, school: visit.school, year: visit.year, className: query.className, as: visit.caller)
        if let name = query.className, !sheet.snapshot.classes.contains(name) { throw PageRefusal.noSuchPage }
        let table = GridDrawing(
            sheet: sheet, kind: kind, query: query, mode: query.isBlank ? .blank : .reading, place: visit.place,
            clock: tracker.clock
        ).table()
        let group = query.className ?? kind.yearGroup.title
        let download = TableDownload(
            school: visit.school, year: visit.year, name: "\(group) \(query.subject.title)",
            title: "\(kind.title), \(group): \(query.subject.title)",
            filters: [.init("Pupils", group), .init("Columns", query.subject.title)], table: table, frozenColumns: 2,
            notes: [
                "Fill in marks and codes and drop the file on Files: you see what would change before it does. Empty cells change nothing.",
                "Total, scaled score and outcome are worked out from the marks: what is typed over them is compared, not taken.",
            ])
        let name = [
            visit.school.dfe.compact, kind.rawValue, String(visit.year.endYear),
            query.className.map { "\($0.replacing(" ", with: "-"))" } ?? "all", query.subject.rawValue,
        ].joined(separator: "-")
        return .download(
            try await tracker.bytes(of: download, as: format.table, for: visit.caller), type: format.table.contentType,
            fileName: "\(name)\(query.isBlank ? "-blank" : "").\(format.rawValue)")
    }

    /// The links to it: what the page shows, without the sitting.
    func gridDownloads(_ kind: AssessmentKind, _ query: GridQuery, _ visit: Visit) -> [GridModel.Link] {
        var shown = GridQuery(className: query.className, subject: query.subject, order: query.order)
        shown.isBlank = query.isBlank
        return [("XLSX", SpreadsheetFormat.xlsx), ("CSV", .csv)].map { title, format in
            GridModel.Link(
                title: "Download \(title)", address: visit.place.link(.gridFile(kind, format, shown)))
        }
    }
}
