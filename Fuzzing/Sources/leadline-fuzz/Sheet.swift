import Spreadsheets

/// Delimited text is read or refused with words; what was read, written as CSV and read again is the same.
func fuzzSheet(_ bytes: [UInt8]) {
    let limits = SpreadsheetLimits(bytes: 1 << 20, rows: 10_000, columns: 200, fieldBytes: 4_096)
    let sheet: Sheet
    do {
        sheet = try Spreadsheet.read(bytes, limits: limits, raggedRows: .setAside)
    } catch {
        must(!error.message.isEmpty, "A refusal has no words.")
        return
    }
    checkShape(sheet)
    let written = CSVWriter.bytes(headings: sheet.headings, rows: sheet.rows.map(\.fields))
    let again: Sheet
    do { again = try Spreadsheet.read(written) } catch { fatalError("What was written is refused: \(error.message)") }
    must(again.headings == sheet.headings, "Headings are others: \(again.headings), not \(sheet.headings)")
    must(again.rows.map(\.fields) == sheet.rows.map(\.fields), "Rows are others.")
}

func checkShape(_ sheet: Sheet) {
    for row in sheet.rows {
        must(row.fields.count == sheet.headings.count, "A row is not as wide as the headings.")
        must(row.line > sheet.headingLine, "A row stands above its headings.")
    }
    for warning in sheet.warnings { must(!warning.message.isEmpty, "A warning has no words.") }
}
