import Spreadsheets

extension ImportPreview {
    /// `line 7`, in a workbook `row 7`.
    public func place(ofLine line: Int) -> String { source.isWorkbook ? "row \(line)" : "line \(line)" }

    /// Where an item stands in the file: `line 7`, in a workbook `row 7, column D`; nil for what has no place.
    public func place(of item: ImportItem) -> String? {
        guard item.line > 0 else { return nil }
        guard source.isWorkbook else { return place(ofLine: item.line) }
        guard let field = item.column, let use = headings.first(where: { $0.fieldID == field }) else {
            return place(ofLine: item.line)
        }
        return "row \(item.line), column \(CellName.column(use.column))"
    }
}
