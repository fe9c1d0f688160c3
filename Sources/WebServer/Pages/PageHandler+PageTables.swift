import Assessment
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Reports
import Spreadsheets
import Tracker

extension PageHandler {
    /// Whether a page is asked for, and not a form sent.
    var isReading: Bool { request.method == .get || request.method == .head }

    /// The most lines of a list that goes out whole; of a longer one a file has what the page shows of it.
    static let longestList = 20_000

    /// Whether the tables of the page are asked for as a file: it has all of a list of which a page shows a part at a time.
    var isTablesFile: Bool { isReading && address.value(PageFrame.tablesParameter) != nil }

    /// The tables of a page as a file, where its address asks for that: what the visitor sees there, and nothing more.
    ///
    /// - Returns: nil where the page itself is asked for.
    /// - Throws: ``PageRefusal/noSuchPage`` for another form of file, and for a page without tables.
    func tablesFile(_ page: some Page, _ frame: PageFrame, _ visit: Visit) async throws -> Response? {
        guard isReading, let text = address.value(PageFrame.tablesParameter) else { return nil }
        var frame = frame
        frame.heading = page.heading
        guard let format = SpreadsheetFormat(rawValue: text) else { throw PageRefusal.noSuchPage }
        let title = frame.heading.title
        let tables = PageTable.joined(PageTable.tables(inHTML: page.content(in: frame).bytes)).map { table in
            PageTable(
                title: table.title.isEmpty ? title : table.title, table: table.table, nameColumns: table.nameColumns)
        }
        guard !tables.isEmpty else { throw PageRefusal.noSuchPage }
        let downloads = tables.map { table in
            TableDownload(
                school: visit.school, year: visit.year, name: table.title,
                title: table.title == title ? title : "\(title): \(table.title)",
                filters: [frame.heading.lede.map { .init("About", $0) }, .init("Page", visit.route.link)]
                    .compactMap(\.self), table: table.table, frozenColumns: table.nameColumns)
        }
        let bytes =
            switch format {
            case .csv: PageTable.csv(tables)
            case .xlsx: try await tracker.bytes(of: downloads, title: title, for: visit.caller)
            }
        return .download(
            bytes, type: format.table.contentType, fileName: visit.fileName(Self.fileWord(title), of: .all, format))
    }

    /// `Anna O’Neill, 6 Kestrel` as `anna-o-neill-6-kestrel`.
    private static func fileWord(_ title: String) -> String {
        title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}
