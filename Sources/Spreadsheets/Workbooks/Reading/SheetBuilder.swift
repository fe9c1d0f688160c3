/// Makes a ``Sheet`` of the rows of a workbook's sheet: the first that is not blank names the columns.
final class SheetBuilder {
    private let limits: WorkbookLimits
    private let rule: RaggedRowRule
    private var headings: [String] = []
    private var headingRow = 0
    private var lastRow = 0
    private var rows: [SheetRow] = []
    private var raggedRows: [RaggedRow] = []
    private var warnings: [SpreadsheetWarning] = []
    private var merged: [String] = []

    init(limits: WorkbookLimits, raggedRows rule: RaggedRowRule) {
        self.limits = limits
        self.rule = rule
    }

    /// Whether any row had anything in it.
    var isEmpty: Bool { headingRow == 0 }

    /// The sheet as far as it was read.
    func sheet(named name: String) -> Sheet {
        let merges = merged.filter { area in
            // A merged heading or title is a matter of looks.
            area.split(separator: ":").last.flatMap { CellName.parse($0.utf8) }.map { $0.row > headingRow } ?? false
        }
        return Sheet(
            origin: .workbook(sheet: name), headings: headings, headingLine: headingRow, rows: rows,
            raggedRows: raggedRows,
            warnings: warnings + (merges.isEmpty ? [] : [.mergedCells(Array(merges.prefix(20)))])
        )
    }

    func add(_ cells: [WorksheetPart.Cell], row: Int) throws(WorkbookError) {
        let filled = cells.filter { !Blanks.trimmed($0.text).isEmpty }
        guard let last = filled.last else { return }
        guard last.column <= limits.columns else { throw .tooManyColumns(row: row, limit: limits.columns) }
        guard !isEmpty else {
            try setHeadings(filled, row: row)
            return
        }
        let blank = (lastRow + 1)..<row
        // Beyond that nobody reads on.
        for number in blank.prefix(max(0, 100 - warnings.count)) {
            warnings.append(.blankRow(line: number, isRow: true))
        }
        lastRow = row
        guard rows.count + raggedRows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
        guard (rows.count + raggedRows.count + 1) * headings.count <= limits.cells else {
            throw .tooManyCells(limit: limits.cells)
        }
        for cell in filled where cell.column <= headings.count && headings[cell.column - 1].isEmpty {
            throw .emptyHeading(cell: CellName.name(row: row, column: cell.column))
        }
        var fields = Array(repeating: "", count: max(headings.count, last.column))
        for cell in cells where cell.column <= fields.count { fields[cell.column - 1] = cell.text }
        guard last.column <= headings.count else {
            let cell = CellName.name(row: row, column: last.column)
            guard rule == .setAside else { throw .emptyHeading(cell: cell) }
            raggedRows.append(RaggedRow(line: row, expected: headings.count, fields: fields, cell: cell))
            return
        }
        rows.append(SheetRow(line: row, fields: fields))
    }

    func addMerged(_ area: String) {
        if merged.count < 1_000 { merged.append(area) }
    }

    func noteFormulaWithoutValue(row: Int, column: Int) {
        if warnings.count < 200 { warnings.append(.formulaWithoutValue(cell: CellName.name(row: row, column: column))) }
    }

    private func setHeadings(_ cells: [WorksheetPart.Cell], row: Int) throws(WorkbookError) {
        headings = Array(repeating: "", count: cells.last?.column ?? 0)
        var places: [String: Int] = [:]
        for cell in cells {
            let heading = Blanks.trimmed(cell.text)
            if let other = places[heading] {
                throw .duplicateHeading(
                    heading: heading,
                    cells: [other, cell.column].map { CellName.name(row: row, column: $0) })
            }
            places[heading] = cell.column
            headings[cell.column - 1] = heading
        }
        headingRow = row
        lastRow = row
    }
}
