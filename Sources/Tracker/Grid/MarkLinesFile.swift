import Spreadsheets

extension Tracker {
    /// Reads a marks file: CSV with the headings `upn,assessment,column,value` and perhaps `date`, in any order.
    ///
    /// - Throws: ``TrackerError/file(_:)`` with line and column.
    public static func markLines(_ bytes: [UInt8]) throws(TrackerError) -> [MarkLine] {
        let fields = ["upn", "assessment", "column", "value", "date"].map { KnownField(id: $0, names: [$0]) }
        let sheet: Sheet
        do throws(SpreadsheetError) { sheet = try Spreadsheet.read(bytes, raggedRows: .setAside) } catch {
            throw .file(FileProblem(error.message))
        }
        let map: HeadingMap
        do throws(HeadingMapError) { map = try HeadingMap(headings: sheet.headings, fields: fields) } catch {
            throw .file(FileProblem(error.message))
        }
        let missing = fields.map(\.id).filter { $0 != "date" && map.column(of: $0) == nil }
        guard missing.isEmpty else {
            throw .file(
                FileProblem(
                    "Line 1: the heading \(missing.joined(separator: ", ")) is missing. Enter upn,assessment,column,value and perhaps date."
                ))
        }
        if let unknown = map.unknown.first {
            throw .file(
                FileProblem(
                    "Line 1: the heading “\(unknown)” is not known. Enter upn,assessment,column,value and perhaps date."
                ))
        }
        // The date may be left out at the end of a line.
        let isDateLast = map.column(of: "date") == sheet.headings.count - 1
        let ragged = sheet.raggedRows.map { row in
            guard isDateLast, row.fields.count == sheet.headings.count - 1 else {
                return MarkLine(
                    line: row.line, upn: "", assessment: "", column: "", value: "", date: "",
                    problem: "The line has \(row.fields.count) values and must have \(row.expected).")
            }
            return markLine(SheetRow(line: row.line, fields: row.fields + [""]), map)
        }
        return (sheet.rows.map { markLine($0, map) } + ragged).sorted { $0.line < $1.line }
    }

    private static func markLine(_ row: SheetRow, _ map: HeadingMap) -> MarkLine {
        func text(_ field: String) -> String { map.value(field, in: row) ?? "" }
        let column = map.column(of: "value") ?? 0
        // The value as it stands: whether blanks matter is for the rules to say.
        let value = row.fields.indices.contains(column) ? row.fields[column] : ""
        return MarkLine(
            line: row.line, upn: text("upn"), assessment: text("assessment"), column: text("column"), value: value,
            date: text("date"))
    }
}
