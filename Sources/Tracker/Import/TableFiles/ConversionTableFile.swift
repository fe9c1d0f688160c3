public import Assessment
public import Spreadsheets

/// Reads conversion tables from CSV or a workbook: `year,key_stage,subject,raw_score,scaled_score`, or two columns under a subject's heading as
/// the DfE's page pastes.
public enum ConversionTableFile {
    /// The tables of a file, in its order.
    ///
    /// - Parameter year: for a pasted table that does not name its year.
    /// - Throws: ``TrackerError/file(_:)`` with the line.
    public static func parse(_ sheet: Sheet, year: SchoolYear?) throws(TrackerError) -> [ParsedTable] {
        let headings = sheet.headings.map(HeadingMap.folded)
        let tables =
            headings.contains("subject") || headings.contains("year")
            ? try parseLong(sheet, headings, year: year)
            : try PastedTables.parse(lines(sheet), origin: sheet.origin, year: year)
        guard !tables.isEmpty, tables.contains(where: { !$0.rows.isEmpty }) else {
            throw FileReading.refusal("The file has headings but no raw and scaled scores below them.")
        }
        return tables
    }

    /// Checks a table that was read and makes it one to load.
    ///
    /// - Parameters:
    ///   - reference: what is known of the test from elsewhere, and in which years it was held.
    ///   - origin: what the table was read from, which names its lines.
    /// - Throws: ``TrackerError/table(_:)`` with the first thing that is wrong.
    public static func check(
        _ parsed: ParsedTable, reference: ReferenceData, origin: SheetOrigin
    ) throws(TrackerError) -> ConversionTable {
        let maximum =
            ConversionTableCheck.maximum(keyStage: parsed.key.keyStage, subject: parsed.key.subject)
            ?? parsed.rows.map(\.raw).max() ?? 0
        do {
            return try ConversionTableCheck.table(
                parsed.key, rows: parsed.rows.map { (raw: $0.raw, score: $0.score, line: $0.line) }, maximum: maximum,
                calendar: reference.calendar, threshold: reference.tables.threshold(parsed.key),
                place: origin.place(line:))
        } catch {
            throw .table(error)
        }
    }

    /// Whether the headings, or the first lines, are those of conversion tables.
    static func isOne(_ sheet: Sheet) -> Bool {
        let headings = sheet.headings.map(HeadingMap.folded)
        if headings.contains("upn") { return false }
        if headings.contains(where: PastedTables.isRaw), headings.contains(where: PastedTables.isScaled) { return true }
        if headings.contains(where: PastedTables.isRaw), headings.contains(where: { PastedTables.subject($0) != nil }) {
            return true
        }
        guard sheet.headings.count(where: { !$0.isEmpty }) == 1, PastedTables.subject(headings.first ?? "") != nil
        else {
            return false
        }
        return lines(sheet).dropFirst().prefix(3).contains { line in
            line.fields.contains { PastedTables.isRaw(HeadingMap.folded($0)) }
        }
    }

    /// Every line of the file in order, the heading line included.
    private static func lines(_ sheet: Sheet) -> [SheetRow] {
        let rows =
            [SheetRow(line: sheet.headingLine, fields: sheet.headings)] + sheet.rows
            + sheet.raggedRows.map { SheetRow(line: $0.line, fields: $0.fields) }
        return rows.sorted { $0.line < $1.line }.map { row in
            // A heading of one word alone does not show what the columns below it are divided by.
            guard row.fields.count == 1, let divider = "\t;,".first(where: { row.fields[0].contains($0) }) else {
                return row
            }
            return SheetRow(
                line: row.line,
                fields: row.fields[0].split(separator: divider, omittingEmptySubsequences: false).map(String.init))
        }
    }

    private static func parseLong(_ sheet: Sheet, _ headings: [String], year: SchoolYear?) throws(TrackerError)
        -> [ParsedTable]
    {
        if let ragged = sheet.raggedRows.first { throw FileReading.refusal(ragged.message) }
        func column(_ matches: (String) -> Bool) -> Int? { headings.firstIndex(where: matches) }
        guard let rawColumn = column(PastedTables.isRaw), let scoreColumn = column(PastedTables.isScaled),
            let subjectColumn = column({ $0 == "subject" })
        else {
            throw FileReading.refusal("A conversion table must have the columns subject, raw_score and scaled_score.")
        }
        let yearColumn = column { $0 == "year" }
        let stageColumn = column { $0 == "keystage" || $0 == "ks" }
        var order: [ConversionTable.Key] = []
        var rows: [ConversionTable.Key: [ParsedTable.Row]] = [:]
        for row in sheet.rows {
            func text(_ column: Int) -> String { trimBlanks(row.fields[column]) }
            guard let subject = PastedTables.subject(HeadingMap.folded(text(subjectColumn))) else {
                throw FileReading.refusal(
                    "\(sheet.origin.place(line: row.line)): the subject must be reading, gps or mathematics, not “\(text(subjectColumn))”."
                )
            }
            let tableYear = try Self.year(yearColumn.map(text), year, place: sheet.origin.place(line: row.line))
            let stage = stageColumn.map { HeadingMap.folded(text($0)).filter(\.isNumber) } ?? "2"
            guard let keyStage = Int(stage), [1, 2].contains(keyStage) else {
                throw FileReading.refusal("\(sheet.origin.place(line: row.line)): the key stage must be 1 or 2.")
            }
            let key = ConversionTable.Key(year: tableYear, keyStage: keyStage, subject: subject)
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(
                try PastedTables.row(
                    raw: text(rawColumn), score: text(scoreColumn), line: row.line, origin: sheet.origin))
        }
        return order.map { ParsedTable(key: $0, rows: rows[$0] ?? []) }
    }

    private static func year(_ text: String?, _ given: SchoolYear?, place: String) throws(TrackerError) -> Int {
        guard let text, !text.isEmpty else {
            guard let given else {
                throw FileReading.refusal(
                    "\(place) does not say the year of the table. Enter the year, or add a column year.")
            }
            return given.endYear
        }
        guard let year = SchoolYearText.read(text) else {
            throw FileReading.refusal(
                "\(place): the year must be the calendar year of the test, like 2026, not “\(text)”.")
        }
        return year.endYear
    }
}
