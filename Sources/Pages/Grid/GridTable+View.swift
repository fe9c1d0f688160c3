import Assessment
public import Markup

extension GridTable {
    /// The table as HTML, complete and readable without JavaScript.
    ///
    /// In editing mode each row carries its key (`data-k`), each cell its revision (`data-r`) and what it accepts although
    /// closed (`data-a`); the columns follow once, as a JSON data block. One pass, about 60 bytes a cell.
    public func render() -> HTML {
        let columns = self.columns
        var html = HTML(reservingCapacity: 4096 + rows.count * (160 + columns.count * 80))
        appendHead(to: &html)
        let isFirstOfGroup = groups.flatMap { group in group.columns.indices.map { $0 == 0 } }
        let isScaled = columns.map { $0.kind == .scaled }
        html.append(raw: "<tbody>\n")
        for (place, row) in rows.enumerated() {
            if place > 0, place.isMultiple(of: Self.rowsInBody) { html.append(raw: "</tbody><tbody>\n") }
            appendStart(of: row, to: &html)
            for (index, cell) in zip(columns.indices, row.cells) {
                append(cell, startsGroup: isFirstOfGroup[index], isScaled: isScaled[index], to: &html)
            }
            html.append(raw: "</tr>\n")
        }
        html.append(raw: "</tbody></table>\n")
        if mode == .editing {
            html += "<script type=\"application/json\" id=\"grid-columns\">\(json: columnsJSON)</script>\n"
        } else {
            html += notes
        }
        return html
    }

    /// Browsers paint a body whose rows are as they were from memory, so typing into one cell does not paint a hundred pupils anew.
    private static let rowsInBody = 6

    private func appendHead(to html: inout HTML) {
        html += """
            <table class="grid grid-\(raw: mode.rawValue)\(raw: width)" id="grid"><caption class="hidden">\(caption)</caption>
            <thead><tr>\(head("Pupil", nameSortAddress, isSorted: order == .name, descending: false, "class=\"p\" rowspan=\"2\""))
            """
        for group in groups {
            html += "<th class=\"s\" colspan=\"\(group.columns.count)\" scope=\"colgroup\">\(group.title)</th>"
        }
        html.append(raw: "</tr>\n<tr>")
        for group in groups {
            for (index, column) in group.columns.enumerated() {
                var descending = false
                var isSorted = false
                if case .column(column.id, let isDescending) = order {
                    isSorted = true
                    descending = isDescending
                }
                let name: HTML = column.isShort ? "<span class=\"hidden\"> \(column.name)</span>" : HTML()
                html += head(
                    HTML.join(column.heading.map { HTML(text: $0) }, separator: "<br>") + name, column.sortAddress,
                    isSorted: isSorted, descending: descending, index == 0 ? "class=\"s\"" : "",
                    title: column.isShort ? column.name : nil)
            }
        }
        html.append(raw: "</tr></thead>\n")
    }

    /// A few columns leave the page's width alone; of very many none takes more than it must.
    private var width: String { columns.count < 5 ? " grid-narrow" : columns.count > 12 ? " grid-many" : "" }

    /// One heading: a link that sorts while reading; plain in a sitting, where following it would leave the page.
    private func head(
        _ words: HTML, _ address: String?, isSorted: Bool, descending: Bool, _ attributes: String, title: String? = nil
    ) -> HTML {
        let state = isSorted ? " aria-sort=\"\(descending ? "descending" : "ascending")\"" : ""
        let mark = isSorted ? "<span class=\"sort\" aria-hidden=\"true\">\(descending ? "▴" : "▾")</span>" : ""
        let start: HTML = "<th \(raw: attributes)\(raw: state)\(attribute: "title", title) scope=\"col\">"
        guard mode == .reading, let address else { return "\(start)\(words)\(raw: mark)</th>" }
        return "\(start)<a href=\"\(url: address)\">\(words)\(raw: mark)</a></th>"
    }

    private func appendStart(of row: GridRow, to html: inout HTML) {
        html.append(raw: "<tr")
        if mode == .editing, let key = row.key {
            html.append(raw: " data-k=\"")
            html.append(text: key)
            html.append(raw: "\"")
        }
        html.append(raw: "><th scope=\"row\">")
        if mode == .reading, let address = row.address {
            html += "<a href=\"\(url: address)\">\(row.label)</a>"
        } else {
            html.append(text: row.label)
        }
        if let className = row.className { html += " <small>\(className)</small>" }
        if let leaverNote = row.leaverNote { html += " <small class=\"left\">\(leaverNote)</small>" }
        html.append(raw: "</th>")
    }

    private func append(_ cell: GridCell, startsGroup: Bool, isScaled: Bool, to html: inout HTML) {
        html.append(raw: "<td class=\"")
        if mode == .blank {
            html.append(raw: cell.state == .derived ? "d" : "o")
            html.append(raw: startsGroup ? " s\"></td>" : "\"></td>")
            return
        }
        html.append(raw: cell.state.classToken)
        if isScaled { html.append(raw: Self.standardToken(ofScore: cell.text)) }
        if startsGroup { html.append(raw: " s") }
        if cell.note != nil, cell.state != .locked { html.append(raw: " n") }
        html.append(raw: "\"")
        appendDetails(of: cell, to: &html)
        html.append(raw: ">")
        if !cell.text.isEmpty {
            html.append(text: cell.text)
        } else {
            switch cell.state {
            case .due: html.append(raw: "<small>due</small>")
            case .locked: html.append(raw: "<small>closed</small>")
            case .derived, .official: html.append(raw: "–")
            case .optional, .value: break
            }
        }
        html.append(raw: "</td>")
    }

    private func appendDetails(of cell: GridCell, to html: inout HTML) {
        if mode == .editing {
            if cell.revision > 0 { html += " data-r=\"\(cell.revision)\"" }
            if !cell.accepts.isEmpty { html += " data-a=\"\(cell.accepts.joined(separator: " "))\"" }
        }
        guard cell.note != nil || cell.author != nil else { return }
        html.append(raw: " title=\"")
        if let note = cell.note { html.append(text: note) }
        if let author = cell.author {
            if cell.note != nil { html.append(raw: "\n") }
            html.append(text: author)
            if let time = cell.time { html += ", \(time)" }
        }
        html.append(raw: "\"")
    }

    /// Notes on single cells in words, for readers without a pointer and for print. Reasons of closed cells matter only to
    /// somebody who wants to enter something, so they stay out.
    private var notes: HTML {
        let columns = self.columns
        var items: [HTML] = []
        for row in rows where mode == .reading {
            for (column, cell) in zip(columns, row.cells) where cell.state != .locked {
                if let note = cell.note { items.append("<li>\(row.label), \(column.name): \(note)</li>\n") }
            }
        }
        guard !items.isEmpty else { return HTML() }
        return """
            <details class="grid-notes"><summary>\(items.count) \(items.count == 1 ? "note" : "notes") on single cells</summary><ul>
            \(HTML.join(items))</ul></details>

            """
    }

    /// Bold from 100, and marked as higher from 110; a `+` counts for the school's measures, not here.
    private static func standardToken(ofScore text: String) -> StaticString {
        guard let score = Int(text.prefix { $0.isNumber }) else { return "" }
        return score >= 110 ? " h" : score >= 100 ? " m" : ""
    }
}

extension GridCell.State {
    /// The class by which the style sheet and the grid's modules know the state.
    var classToken: StaticString {
        switch self {
        case .due: "u"
        case .optional: "o"
        case .value: "v"
        case .derived: "d"
        case .official: "f"
        case .locked: "k"
        }
    }
}
