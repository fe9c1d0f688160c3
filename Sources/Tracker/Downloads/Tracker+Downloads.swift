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
        case .xlsx: return try await bytes(of: [download], title: download.title, for: caller)
        }
    }

    /// The bytes of a workbook with a sheet for each table, all of one school and year. The caller has been given their data already.
    ///
    /// - Throws: ``TrackerError/file(_:)`` for what a workbook can't hold.
    public func bytes(of downloads: [TableDownload], title: String, for caller: Caller) async throws -> [UInt8] {
        let workbook = workbook(downloads, title: title, for: caller)
        return try await runAside {
            do throws(WorkbookWriteError) { return try workbook.bytes() } catch {
                throw TrackerError.file(FileProblem(error.message))
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
        switch format {
        case .csv: return Self.csv(ofFigures: figures)
        case .xlsx: return try await bytes(of: download(Table(figures: figures)), as: format, for: caller)
        }
    }

    /// - Parameter figures: rows with the headings first.
    static func csv(ofFigures figures: [[String]]) -> [UInt8] {
        csv(headings: figures.first ?? [], rows: figures.dropFirst())
    }

    static func csv(headings: [String], rows: some Sequence<[String]>) -> [UInt8] {
        CSVWriter.bytes(headings: headings, rows: rows, byteOrderMark: true, guardFormulas: true)
    }

    /// What a file for a reader without names says.
    static let withheldNote = "Figures from which a pupil could be recognised are withheld."

    private func workbook(_ downloads: [TableDownload], title: String, for caller: Caller) -> Workbook {
        let now = clock.now()
        var lines: [WorkbookAbout.Line] = []
        if let first = downloads.first {
            lines += [
                .init("School", "\(first.school.name), \(first.school.dfe)"), .init("School year", first.year.label),
            ]
            let shared = first.filters.filter { filter in downloads.allSatisfy { $0.filters.contains(filter) } }
            lines += shared.map { .init($0.name, $0.value) }
            if downloads.count == 1 {
                lines.append(.init("Rows", String(first.table.rows.count)))
            } else {
                lines += downloads.map { download in
                    let own = download.filters.filter { !shared.contains($0) }.map { ", \($0.name) \($0.value)" }
                    return .init(
                        download.name, "\(download.title), \(download.table.rows.count) rows\(own.joined())")
                }
            }
            let role = role(of: caller, in: first.school)
            lines += [
                .init("Taken", clock.inWords(TimestampText.text(now))),
                .init(
                    "By",
                    caller.userID == nil
                        ? caller.name : [caller.name, role?.title].compactMap(\.self).joined(separator: ", ")),
            ]
        }
        var notes: [String] = []
        for note in downloads.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
        return Workbook(
            sheets: downloads.map { download in
                WorkbookSheet(
                    name: download.name,
                    title: "\(download.title), \(download.school.name), \(download.year.label)",
                    table: download.table, frozenColumns: download.frozenColumns)
            },
            about: WorkbookAbout(
                title: title, lines: lines + notes.map { .init("Note", $0) },
                createdAt: Int(now.timeIntervalSince1970)))
    }
}

extension Table {
    /// A report's figures, rows with the headings first: numbers as numbers.
    init(figures: [[String]]) {
        self.init(
            headings: figures.first ?? [], rows: figures.dropFirst().map { $0.map(TableCell.init(figure:)) })
    }
}
