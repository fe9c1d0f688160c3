/// How wide columns must be for what stands in them.
enum ColumnWidths {
    /// Widths in Excel's unit, the width of a digit; between 6 and 60, bold headings a little wider.
    static func widths(of table: Table) -> [Double] {
        var widths = table.headings.map { Double(longestLine($0)) * 1.15 }
        for row in table.rows {
            for (column, cell) in row.enumerated() where column < widths.count {
                let shown = cell.shown
                let length: Int =
                    switch shown {
                    case .text(let text): longestLine(text)
                    case .date: 10
                    case .percent: shown.text.count + 1
                    case .empty, .integer, .decimal: shown.text.count
                    }
                widths[column] = max(widths[column], Double(length))
            }
        }
        return widths.map { min(max($0 + 2, 6), 60) }
    }

    private static func longestLine(_ text: String) -> Int {
        text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    }
}
