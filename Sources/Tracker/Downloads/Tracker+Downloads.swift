import Assessment
import Foundation
import Spreadsheets
import Storage

extension Tracker {
    /// The bytes of a table as a file. The caller has been given the table's data already; their name goes into the workbook.
    ///
    /// - Throws: ``TrackerError/file(_:)`` for what a workbook can't hold.
    public func bytes(of download: TableDownload, as format: TableFormat, for caller: Caller) async throws -> [UInt8] {
        switch format {
        case .csv: return download.table.csv()
        case .xlsx:
            let workbook = workbook(download, for: caller)
            return try await runAside {
                do throws(WorkbookWriteError) { return try workbook.bytes() } catch {
                    throw TrackerError.file(FileProblem(error.message))
                }
            }
        }
    }

    /// The bytes of a report's figures as a file; a CSV keeps every digit of them.
    ///
    /// - Parameters:
    ///   - figures: rows with the headings first.
    ///   - download: what a workbook says of itself.
    func bytes(
        ofFigures figures: [[String]], as format: TableFormat, for caller: Caller, download: (Table) -> TableDownload
    ) async throws -> [UInt8] {
        let headings = figures.first ?? []
        let rows = figures.dropFirst()
        switch format {
        case .csv:
            return CSVWriter.bytes(headings: headings, rows: Array(rows), byteOrderMark: true, guardFormulas: true)
        case .xlsx:
            let table = Table(headings: headings, rows: rows.map { $0.map(TableCell.init(figure:)) })
            return try await bytes(of: download(table), as: format, for: caller)
        }
    }

    /// What a file for a reader without names says.
    static let withheldNote = "Figures from which a pupil could be recognised are withheld."

    private func workbook(_ download: TableDownload, for caller: Caller) -> Workbook {
        let now = clock.now()
        let role = role(of: caller, in: download.school)
        let by =
            caller.userID == nil ? caller.name : [caller.name, role?.title].compactMap(\.self).joined(separator: ", ")
        var lines: [WorkbookAbout.Line] = [
            .init("School", "\(download.school.name), \(download.school.dfe)"),
            .init("School year", download.year.label),
        ]
        lines += download.filters.map { .init($0.name, $0.value) }
        lines += [
            .init("Rows", String(download.table.rows.count)), .init("Taken", clock.inWords(TimestampText.text(now))),
            .init("By", by),
        ]
        lines += download.notes.map { .init("Note", $0) }
        return Workbook(
            sheets: [
                WorkbookSheet(
                    name: download.name,
                    title: "\(download.title), \(download.school.name), \(download.year.label)", table: download.table,
                    frozenColumns: download.frozenColumns)
            ],
            about: WorkbookAbout(
                title: download.title, lines: lines, createdAt: Int(now.timeIntervalSince1970)))
    }
}
