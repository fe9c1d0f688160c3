import CLibXML2

/// Finds the tables of a page by libxml2's reader of HTML.
struct PageTableReader {
    private var tables: [PageTable] = []
    /// The last headings that were passed, the outermost first.
    private var headings: [(level: String, text: String)] = []

    static func read(_ html: [UInt8]) -> [PageTable] {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        let document = html.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
                Int32(options))
        }
        guard let document else { return [] }
        defer { xmlFreeDoc(document) }
        var reader = PageTableReader()
        if let root = xmlDocGetRootElement(document) { reader.walk(HTMLElement(root)) }
        return reader.tables
    }

    private mutating func walk(_ element: HTMLElement) {
        switch element.name {
        case "h2", "h3", "h4", "summary":
            // Each takes the place of those of its level and below; a summary is below all others.
            headings.removeAll { $0.level >= element.name }
            headings.append((level: element.name, text: element.text()))
        case "table": add(element)
        default:
            guard !element.isUnseen else { return }
            for child in element.children { walk(child) }
        }
    }

    private mutating func add(_ table: HTMLElement) {
        var caption = ""
        var headRows: [[PageTableGrid.Cell]] = []
        var rows: [[PageTableGrid.Cell]] = []
        for part in table.children {
            switch part.name {
            case "caption": caption = part.text()
            case "thead": headRows += part.children.filter { $0.name == "tr" }.map(Self.cells)
            case "tbody", "tfoot": rows += part.children.filter { $0.name == "tr" }.map(Self.cells)
            case "tr": rows.append(Self.cells(part))
            default: break
            }
        }
        let grid = PageTableGrid(head: headRows, body: rows)
        guard let read = grid.table() else { return }
        let title = caption.isEmpty ? headings.last?.text ?? "" : caption
        // A heading with a count behind it says the same as the title.
        let section = headings.map(\.text).filter { !$0.hasPrefix(title) }.joined(separator: ", ")
        tables.append(PageTable(title: title, section: section, table: read, nameColumns: grid.nameColumns))
    }

    private static func cells(_ row: HTMLElement) -> [PageTableGrid.Cell] {
        row.children.filter { $0.name == "td" || $0.name == "th" }.map { cell in
            PageTableGrid.Cell(
                text: cell["data-value"] ?? cell.text(), extras: cell.extraColumns(), isHeading: cell.name == "th",
                columns: Int(cell["colspan"] ?? "") ?? 1, rows: Int(cell["rowspan"] ?? "") ?? 1)
        }
    }
}
