import Assessment
import Pages
import Spreadsheets
import Tracker

extension GridDrawing {
    /// The same pupils and columns as a table to take away.
    func table() -> Table {
        let columns = columnGroups().flatMap(\.columns).map(\.id)
        // Who has no UPN is found again by name and birth date; of the others a file of marks needs no date.
        let needsBirthDates = sheet.pupils.contains { $0.upn == nil }
        let byKey = Dictionary(
            sheet.pupils.map { ($0.upn?.text ?? String($0.id), $0) }, uniquingKeysWith: { first, _ in first })
        return Table(
            headings: ["UPN", "Name"] + (needsBirthDates ? ["Date of birth"] : []) + ["Class"]
                + columns.compactMap(sheet.columns.column).map {
                    Tracker.fileHeading($0, of: sheet.columns.kind)
                },
            rows: rows(columns).map { row -> [TableCell] in
                let pupil = row.key.flatMap { byKey[$0] }
                let place = pupil.flatMap { sheet.snapshot.places[$0.id] }
                var identity: [TableCell] = [.text(pupil?.upn?.text ?? ""), .text(row.label)]
                if needsBirthDates {
                    let date = pupil?.upn == nil ? pupil?.dateOfBirth : nil
                    identity.append(date.flatMap { DateParts($0.description) }.map(TableCell.date) ?? .empty)
                }
                identity.append(.text(place?.className ?? ""))
                return identity + row.cells.map { TableCell(result: $0.text) }
            })
    }
}
