/// A table as a page shows it, ready to be taken away.
public struct PageTable: Sendable, Hashable {
    /// What stands above it; empty where nothing does, or where several tables were joined.
    public var title: String
    /// The headings of the page above it, from the outermost, where they say more than the title.
    public var section: String
    public var table: Table
    /// How many columns at the left say what a row is about.
    public var nameColumns: Int

    public init(title: String, section: String = "", table: Table, nameColumns: Int) {
        self.title = title
        self.section = section
        self.table = table
        self.nameColumns = nameColumns
    }

    /// The tables of a page that Leadline has drawn, in order, with what a reader sees in their cells: no controls, no drawings,
    /// no words for screen readers alone. Numbers and percentages are typed.
    ///
    /// An element with `data-column` is a column of its own after the one that it stands in, and in a row that is the heading of
    /// rows, a column of those. `data-value` stands for the words of its element. Columns of controls are left away.
    /// Costs about the time that drawing the page took; may be called from any thread.
    public static func tables(inHTML html: [UInt8]) -> [PageTable] { PageTableReader.read(html) }

    /// Tables under the same headings as one, which says in its first column what stood above each.
    public static func joined(_ tables: [PageTable]) -> [PageTable] {
        var order: [[String]] = []
        var groups: [[String]: [PageTable]] = [:]
        for table in tables {
            if groups[table.table.headings] == nil { order.append(table.table.headings) }
            groups[table.table.headings, default: []].append(table)
        }
        return order.compactMap { headings in
            guard let group = groups[headings], let first = group.first else { return nil }
            guard group.count > 1 else { return first }
            let isTitleEnough = Set(group.map(\.title)).count == group.count
            return PageTable(
                title: "",
                table: Table(
                    headings: ["Table"] + headings,
                    rows: group.flatMap { part in
                        let name = isTitleEnough || part.section.isEmpty ? part.title : "\(part.section), \(part.title)"
                        return part.table.rows.map { [.text(name)] + $0 }
                    }),
                nameColumns: first.nameColumns + 1)
        }
    }

    /// Tables as one CSV: one alone as it is; of several each below its title, with an empty line between.
    public static func csv(_ tables: [PageTable]) -> [UInt8] {
        guard tables.count != 1 else { return tables[0].table.csv() }
        var bytes: [UInt8] = []
        for (index, table) in tables.enumerated() {
            if index > 0 { bytes += "\r\n".utf8 }
            bytes += CSVWriter.bytes(headings: [table.title], rows: [], byteOrderMark: index == 0)
            bytes += table.table.csv().dropFirst(3)
        }
        return bytes
    }
}
