import Assessment
import Pages
import Spreadsheets
import Tracker

extension GridDrawing {
    /// The same pupils and columns as a table to take away.
    func table() -> Table {
        let columns = columnGroups().flatMap(\.columns).map(\.id)
        let byKey = Dictionary(
            sheet.pupils.map { ($0.upn?.text ?? String($0.id), $0) }, uniquingKeysWith: { first, _ in first })
        return Table(
            headings: ["UPN", "Name", "Class"]
                + columns.compactMap(sheet.columns.column).map {
                    Tracker.fileHeading($0, of: sheet.columns.kind)
                },
            rows: rows(columns).map { row -> [TableCell] in
                let pupil = row.key.flatMap { byKey[$0] }
                let place = pupil.flatMap { sheet.snapshot.places[$0.id] }
                let identity: [TableCell] = [
                    .text(pupil?.upn?.text ?? ""), .text(row.label), .text(place?.className ?? ""),
                ]
                return identity + row.cells.map { TableCell(result: $0.text) }
            })
    }
}
