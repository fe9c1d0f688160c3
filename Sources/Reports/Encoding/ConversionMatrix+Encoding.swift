public import Assessment

extension ConversionMatrix {
    /// The matrix as the JSON of the interface. Percentages unrounded; no pupil in it.
    public func json(school: DfENumber?) -> JSONText {
        var json = JSONText()
        json.object { json in
            json.member("report", "conversion-matrix")
            json.member("school", school?.description)
            json.member("year", year)
            json.member("year_group", yearGroup?.rawValue)
            json.member("group", group.id)
            for (name, side) in [("from", from), ("to", to)] {
                json.object(name) { json in
                    json.member("id", side.id)
                    json.member("title", side.title)
                }
            }
            for (name, categories) in [("rows", rows), ("columns", columns)] {
                json.array(name) { json in
                    for category in categories {
                        json.object { json in
                            json.member("id", category.id)
                            json.member("title", category.title)
                            json.member("words", category.words)
                        }
                    }
                }
            }
            json.array("cells") { json in
                for row in cells {
                    json.array { json in
                        for cell in row {
                            json.object { json in
                                json.member("count", cell.count)
                                json.member("percent", cell.share.percent)
                                json.member("step", cell.step?.rawValue)
                            }
                        }
                    }
                }
            }
            json.array("row_totals") { json in rowTotals.forEach { json.value($0) } }
            json.array("column_totals") { json in columnTotals.forEach { json.value($0) } }
            json.member("total", total)
            json.member("without", without.count)
            json.member("pupils", pupils)
            json.object("steps") { json in
                for step in MatrixStep.allCases { json.member(step.rawValue, count(step)) }
            }
            json.member("scale", scale.id)
        }
        return json
    }

    /// A line for each cell for a spreadsheet, headings first; percentages unrounded.
    public func table() -> [[String]] {
        let headings = [
            "from", "from_result", "to", "to_result", "group", "count", "row_total", "row_percent", "step",
        ]
        var lines = [headings]
        for (row, inRow) in zip(rows, cells) {
            for (column, cell) in zip(columns, inRow) {
                lines.append([
                    from.id, row.title, to.id, column.title, group.id, "\(cell.count)", "\(cell.share.of)",
                    JSONText.plain(cell.share.percent), cell.step?.rawValue ?? "",
                ])
            }
        }
        lines.append([from.id, "", to.id, "", group.id, "\(without.count)", "", "", "without one of the two"])
        return lines
    }

    /// The matrix for a terminal: counts with the percentage of their row.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String) -> String {
        var lines = [
            "Conversion matrix \(year): \(title)", "From: \(from.title)", "To:   \(to.title)",
            "\(group.title): \(pupils) \(pupils == 1 ? "pupil" : "pupils"), \(without.count) without one of the two",
            "",
        ]
        var table = [[""] + columns.map(\.title) + ["Total"]]
        for (row, inRow) in zip(rows, cells) {
            let cells = inRow.map { cell in
                cell.count == 0 ? "." : "\(cell.count) (\(cell.share.wholePercent ?? 0)%)\(Self.mark(cell.step))"
            }
            table.append([row.title] + cells + ["\(inRow.reduce(0) { $0 + $1.count })"])
        }
        table.append(["Total"] + columnTotals.map(String.init) + ["\(total)"])
        lines += AlignedText.lines(table)
        let steps = MatrixStep.allCases.map { "\(count($0)) \($0.rawValue)\(Self.mark($0))" }
        if scale != .none { lines += ["", steps.joined(separator: ", ")] }
        lines += ["", scale.legend]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func mark(_ step: MatrixStep?) -> String {
        switch step {
        case .lower: " -"
        case .same: " ="
        case .higher: " +"
        case nil: ""
        }
    }
}

extension MatrixScale {
    /// As files have it.
    public var id: String {
        switch self {
        case .own: "own"
        case .threeLevels: "three_levels"
        case .twoLevels: "two_levels"
        case .none: "none"
        }
    }
}
