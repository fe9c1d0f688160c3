/// The cells of a table of a page, each at its place: cells over several columns or rows are spread out.
struct PageTableGrid {
    struct Cell {
        var text: String
        /// Columns that its parts are, by heading.
        var extras: [(heading: String, text: String)] = []
        var isHeading = false
        var columns = 1
        var rows = 1
    }

    /// More than any page of ours has.
    private static let most = 1000

    private let head: [[Cell]]
    private let body: [[Cell]]

    init(head: [[Cell]], body: [[Cell]]) {
        self.head = Self.spread(head, repeatsAcross: true)
        self.body = Self.spread(Self.grouped(body), repeatsAcross: false)
    }

    /// The rows without those that are only the heading of the rows below: what such a row gives as columns, its rows have.
    private static func grouped(_ rows: [[Cell]]) -> [[Cell]] {
        var group: [(heading: String, text: String)] = []
        return rows.compactMap { row in
            if row.count == 1, row[0].isHeading, row[0].columns > 1, !row[0].extras.isEmpty {
                group = row[0].extras
                return nil
            }
            var row = row
            if !row.isEmpty { row[0].extras = group + row[0].extras }
            return row
        }
    }

    /// How many columns at the left are headings of their rows, with those that their parts are.
    var nameColumns: Int {
        let count = body.first.map { $0.prefix(while: \.isHeading).count } ?? 0
        return (0..<count).reduce(0) { $0 + 1 + extraHeadings($1).count }
    }

    /// The table; nil for one without rows.
    func table() -> Table? {
        guard !body.isEmpty else { return nil }
        let width = max(head.map(\.count).max() ?? 0, body.map(\.count).max() ?? 0)
        let columns = (0..<width).filter { column in
            !heading(column).isEmpty || body.contains { !$0[at: column].text.isEmpty }
        }
        let parts = columns.map { (column: $0, headings: self.parts(of: $0), extras: extraHeadings($0)) }
        return Table(
            headings: parts.flatMap { $0.headings + $0.extras },
            rows: body.map { row in
                parts.flatMap { column, headings, extras -> [TableCell] in
                    let cell = row[at: column]
                    let texts = headings.count > 1 ? Self.parts(cell.text) : [cell.text]
                    return headings.indices.map { $0 < texts.count ? TableCell(shown: texts[$0]) : .empty }
                        + extras.map { heading in
                            TableCell(shown: cell.extras.first { $0.heading == heading }?.text ?? "")
                        }
                }
            })
    }

    /// The headings of what stands in a column: several where heading and cells have as many parts, `Reading · Writing`.
    private func parts(of column: Int) -> [String] {
        let heading = heading(column)
        let parts = Self.parts(heading)
        let isSplit = body.allSatisfy { row in
            let text = row[at: column].text
            return text.isEmpty || Self.parts(text).count == parts.count
        }
        return parts.count > 1 && isSplit ? parts : [heading]
    }

    private static func parts(_ text: String) -> [String] {
        var parts: [String] = [""]
        for word in text.split(separator: " ") {
            if word == "·" {
                parts.append("")
            } else {
                parts[parts.count - 1] += parts[parts.count - 1].isEmpty ? word : " \(word)"
            }
        }
        return parts
    }

    /// The headings above a column, from the top, each once.
    private func heading(_ column: Int) -> String {
        var words: [String] = []
        for row in head {
            let text = row[at: column].text
            if !text.isEmpty, words.last != text { words.append(text) }
        }
        return words.joined(separator: ", ")
    }

    private func extraHeadings(_ column: Int) -> [String] {
        var headings: [String] = []
        for extra in body.flatMap({ $0[at: column].extras }) where !headings.contains(extra.heading) {
            headings.append(extra.heading)
        }
        return headings
    }

    private static func spread(_ rows: [[Cell]], repeatsAcross: Bool) -> [[Cell]] {
        var spread: [[Cell]] = []
        /// Cells that reach down from rows above, by column, and how many rows more.
        var reaching: [Int: (cell: Cell, rows: Int)] = [:]
        for row in rows {
            var line: [Cell] = []
            func takeReaching() {
                while let above = reaching[line.count] {
                    reaching[line.count] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
                    line.append(above.cell)
                }
            }
            for cell in row {
                takeReaching()
                for column in 0..<min(max(cell.columns, 1), most) {
                    let part = column == 0 || repeatsAcross ? cell : Cell(text: "", isHeading: cell.isHeading)
                    if cell.rows > 1 { reaching[line.count] = (part, min(cell.rows, most) - 1) }
                    line.append(part)
                }
            }
            takeReaching()
            spread.append(line)
        }
        return spread
    }
}

extension [PageTableGrid.Cell] {
    /// The cell of a column; an empty one where the row is shorter.
    fileprivate subscript(at column: Int) -> PageTableGrid.Cell {
        column < count ? self[column] : PageTableGrid.Cell(text: "")
    }
}
