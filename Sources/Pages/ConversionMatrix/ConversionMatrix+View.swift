public import Markup
import Reports

extension ConversionMatrixModel: Page {
    public var heading: PageHeading {
        PageHeading(
            "Conversion matrix",
            lede: "Where the pupils of \(who) stood in one assessment, and where they stood in another.",
            section: .analysis, breadcrumbs: breadcrumbs, styles: ["outcomes.css", "analysis.css"],
            offersFiles: true)
    }

    public func content(in frame: PageFrame) -> HTML {
        """
        \(form.render())\(bar.render())\
        \(empty.map { $0.render() } ?? (table + stepLine))\(withoutList)\(method)
        """
    }

    private var table: HTML {
        let head = columns.html { heading in
            "<th scope=\"col\" class=\"number\">\(heading.title)\(Self.small(heading.words))</th>"
        }
        let totals = columnTotals.html { "<td class=\"number\">\($0)</td>" }
        return """
            <section class="card"><div class="table-box"><table class="matrix">\
            <caption><span>From <b>\(from)</b> (down) to <b>\(to)</b> (across)</span></caption>\
            <thead><tr><th scope="col">From, to</th>\(head)<th scope="col" class="number">Total</th></tr></thead>\
            <tbody>
            \(rows.html(row))</tbody><tfoot><tr><th scope="row">Total</th>\(totals)<td class="number"><b>\(total)</b></td></tr></tfoot></table></div>\
            <p class="matrix-legend">\(legendMarks)\(legend)</p></section>

            """
    }

    private func row(_ row: Row) -> HTML {
        """
        <tr><th scope="row">\(row.heading.title)\(Self.small(row.heading.words))</th>\(row.cells.html(cell))\
        <td class="number matrix-total">\(row.total)</td></tr>

        """
    }

    private func cell(_ cell: Cell) -> HTML {
        guard cell.count > 0 else { return "<td class=\"number none\">0</td>" }
        let mark: HTML =
            cell.step.map { step in
                "<span class=\"matrix-mark \(raw: step.rawValue)\" aria-hidden=\"true\">\(Self.glyph(step))</span>"
            } ?? HTML()
        let number: HTML =
            cell.address.map { "<a href=\"\(url: $0)\">\(cell.count)</a>" } ?? HTML(text: "\(cell.count)")
        let tint = cell.percent.map { $0 >= 75 ? 4 : $0 >= 50 ? 3 : $0 >= 25 ? 2 : 1 } ?? 1
        return """
            <td class="number tint-\(tint)">\(mark)<b>\(number)</b> <small>\(cell.percent ?? 0)%\
            \(cell.step.map { "<span class=\"hidden\">, \($0.rawValue)</span>" as HTML })</small></td>
            """
    }

    private var stepLine: HTML {
        guard !steps.isEmpty else { return HTML() }
        let items = steps.html { step -> HTML in
            let words = "\(step.count) \(step.step.rawValue)"
            let link: HTML = step.address.map { "<a href=\"\(url: $0)\">\(words)</a>" } ?? HTML(text: words)
            return """
                <li><span class="matrix-mark \(raw: step.step.rawValue)" aria-hidden="true">\(Self.glyph(step.step))</span> \(link)</li>
                """
        }
        return "<ul class=\"matrix-steps\" aria-label=\"All pupils with both results\">\(items)</ul>\n"
    }

    private var legendMarks: HTML {
        guard !steps.isEmpty else { return HTML() }
        return MatrixStep.allCases.html { step in
            """
            <span class="nowrap"><span class="matrix-mark \(raw: step.rawValue)" aria-hidden="true">\(Self.glyph(step))</span> \
            \(step.rawValue)</span> 
            """
        }
    }

    private var withoutList: HTML {
        guard !without.isEmpty else { return HTML() }
        let lines = without.html { pupil in
            """
            <tr><th scope="row"><a href="\(url: pupil.address)">\(pupil.name)</a></th>\
            <td>\(pupil.from ?? "–")</td><td>\(pupil.to ?? "–")</td></tr>

            """
        }
        return """
            <details class="card more"><summary>\(Count.of(without.count, "pupil")) without one of the two results</summary>\
            <div class="table-box"><table class="figures-table"><caption class="hidden">Pupils without one of the two results</caption>\
            <thead><tr><th scope="col">Pupil</th><th scope="col">\(from)</th><th scope="col">\(to)</th></tr></thead>\
            <tbody>
            \(lines)</tbody></table></div></details>

            """
    }

    private var method: HTML {
        """
        <section class="card report-method"><h2>How it is counted</h2><ul>\(notes.html { "<li>\($0)</li>" })</ul></section>

        """
    }

    private static func small(_ words: String?) -> HTML {
        words.map { " <small>\($0)</small>" as HTML } ?? HTML()
    }

    static func glyph(_ step: MatrixStep) -> String {
        switch step {
        case .lower: "▼"
        case .same: "="
        case .higher: "▲"
        }
    }
}
