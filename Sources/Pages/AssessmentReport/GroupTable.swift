import Markup

/// Measures group by group as a table: a row a group, a column a measure.
public struct GroupTable: Sendable, Hashable {
    /// A figure of one group.
    public struct Cell: Sendable, Hashable {
        /// "41 of 58 (71%)", "20.6 over 57 pupils", or that it is withheld.
        public var words: String
        /// The pupils behind it; nil where nobody may be named.
        public var address: String?
        /// "national 75% in 2025"; nil where none is published.
        public var national: String?

        /// Makes a cell.
        public init(words: String, address: String? = nil, national: String? = nil) {
            self.words = words
            self.address = address
            self.national = national
        }
    }

    /// One group.
    public struct Row: Sendable, Hashable {
        public var title: String
        /// In the order of the measures.
        public var cells: [Cell]

        /// Makes a row.
        public init(title: String, cells: [Cell]) {
            self.title = title
            self.cells = cells
        }
    }

    public var title: String
    public var measures: [String]
    public var rows: [Row]

    /// Makes a table.
    public init(title: String, measures: [String], rows: [Row]) {
        self.title = title
        self.measures = measures
        self.rows = rows
    }

    func render() -> HTML {
        let lines = rows.html { row -> HTML in
            let cells = zip(measures, row.cells).map { measure, cell -> HTML in
                let words: HTML =
                    cell.address.map { "<a href=\"\(url: $0)\">\(cell.words)</a>" } ?? HTML(text: cell.words)
                return """
                    <td class="number" data-label="\(measure)">\(words)\(cell.national.map { "<small>\($0)</small>" as HTML })</td>
                    """
            }
            return "<tr><th scope=\"row\">\(row.title)</th>\(HTML.join(cells))</tr>\n"
        }
        return """
            <div class="table-box"><table class="figures-table stacked"><caption class="hidden">\(title)</caption><thead><tr>\
            <th scope="col">Group</th>\(measures.html { "<th scope=\"col\" class=\"number\">\($0)</th>" })</tr></thead><tbody>
            \(lines)</tbody></table></div>
            """
    }
}
