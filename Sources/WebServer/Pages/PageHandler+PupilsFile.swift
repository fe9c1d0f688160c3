import Assessment
import Hummingbird
import Pages
import Spreadsheets
import Storage
import Tracker

extension PageHandler {
    /// The list of pupils as a file: every pupil that the filters find, under headings that the import reads back.
    func pupilsFile(_ format: SpreadsheetFormat, _ query: PupilQuery, _ visit: Visit) async throws -> Response {
        let everybody = try await tracker.pupils(of: visit.school, year: visit.year, as: visit.caller)
        let pupils = try await matching(query, among: everybody, visit)
        var filters: [TableDownload.Filter] = []
        if let search = query.search { filters.append(.init("Name or UPN", search)) }
        if let group = query.yearGroup { filters.append(.init("Year group", group.title)) }
        if let name = query.className { filters.append(.init("Class", name)) }
        filters.append(.init("Leavers", query.includesLeavers ? "as well" : "left out"))
        let download = TableDownload(
            school: visit.school, year: visit.year, name: "Pupils", title: "Pupils", filters: filters,
            table: Table(
                headings: [
                    "UPN", "Surname", "Forename", "Year group", "Class", "Sex", "Date of birth", "Date of leaving",
                ], rows: pupils.map(Self.row)), frozenColumns: 3)
        return .download(
            try await tracker.bytes(of: download, as: format.table, for: visit.caller), type: format.table.contentType,
            fileName: "\(visit.school.dfe.compact)-pupils-\(visit.year.endYear).\(format.rawValue)")
    }

    private static func row(_ listed: ListedPupil) -> [TableCell] {
        func date(_ date: CalendarDate?) -> TableCell {
            date.flatMap { DateParts($0.description) }.map(TableCell.date) ?? .empty
        }
        let pupil = listed.pupil
        return [
            .text(pupil.upn?.text ?? ""), .text(pupil.surname), .text(pupil.forename),
            TableCell(result: listed.place?.yearGroup.rawValue), .text(listed.place?.className ?? ""),
            .text(pupil.sex?.rawValue ?? ""), date(pupil.dateOfBirth), date(pupil.leavingDate),
        ]
    }
}
