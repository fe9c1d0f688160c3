/// Something in a file that was understood but should be looked at.
public enum SpreadsheetWarning: Sendable, Hashable {
    /// The bytes are not UTF-8 and were read as Windows-1252: accented letters may be wrong.
    case readAsWindows1252
    /// An empty line (or row of a workbook) between rows was skipped.
    case blankRow(line: Int, isRow: Bool = false)
    /// A workbook has more sheets than the one that was read.
    case otherSheets(read: String, others: [String])
    /// A cell has a formula, but the program that wrote the file stored no result beside it.
    case formulaWithoutValue(cell: String)
    /// Areas of merged cells below the headings: only the first cell of each has a value.
    case mergedCells([String])

    /// The warning, for the person who gave the file.
    public var message: String {
        switch self {
        case .readAsWindows1252:
            "The file is not UTF-8. It was read as Windows-1252: check names with accents."
        case .blankRow(let line, let isRow):
            "\(isRow ? "Row" : "Line") \(line) is blank and was skipped."
        case .otherSheets(let read, let others):
            "The sheet “\(read)” was read. Not read: \(others.map { "“\($0)”" }.joined(separator: ", "))."
        case .formulaWithoutValue(let cell):
            "Cell \(cell) has a formula without a result and was read as empty. Open the file in a spreadsheet program and save it again."
        case .mergedCells(let areas):
            "Merged cells were read as one value in the first of them: \(areas.joined(separator: ", "))."
        }
    }
}
