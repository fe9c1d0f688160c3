import Assessment

extension AssessmentReport {
    /// `report eyfsp` and its like as JSON: the measures as in `statutory-dashboard`, then `marks` and `groups`.
    public func json() -> JSONText {
        var json = JSONText(reservingCapacity: 32_768)
        json.object { json in
            json.member("report", kind.rawValue)
            overYears.writeMembers(to: &json)
            json.array("marks") { json in for marks in marks { write(marks, to: &json) } }
            json.array("groups") { json in for comparison in comparisons { write(comparison, to: &json) } }
        }
        return json
    }

    private func write(_ marks: Marks, to json: inout JSONText) {
        json.object { json in
            json.member("measure", marks.measure.id)
            json.member("year", year)
            json.member("threshold", marks.threshold)
            json.key("counts")
            if let counts = marks.distribution?.counts {
                json.array { json in for count in counts { json.value(count) } }
            } else {
                json.null()
            }
        }
    }

    private func write(_ comparison: MeasureComparison, to json: inout JSONText) {
        json.object { json in
            json.member("measure", comparison.measure.id)
            json.member("year", comparison.year)
            json.array("rows") { json in
                for row in comparison.rows {
                    json.object { json in
                        json.member("group", row.group.id)
                        json.writeFigure(row.figure)
                        json.key("national")
                        json.write(row.national)
                        if row.figure == nil { json.member("withheld", true) }
                    }
                }
            }
            json.member("disadvantage_gap", comparison.disadvantageGap?.points)
        }
    }

    /// The report as rows for a spreadsheet, headings first: the measures of three years, then the parts of the chosen group,
    /// then every mark that occurs.
    public func table() -> [[String]] {
        var rows = overYears.table()
        for comparison in comparisons {
            for row in comparison.rows.dropFirst() {
                rows.append(
                    StatutoryDashboard.line(
                        comparison.measure, group: row.group, year: year, figure: row.figure,
                        isWithheld: row.figure == nil, national: row.national))
            }
        }
        for marks in marks {
            guard let distribution = marks.distribution else { continue }
            for (mark, count) in distribution.counts.enumerated() where count > 0 {
                guard let measure = distribution.measure(of: mark) else { continue }
                rows.append(StatutoryDashboard.line(measure, group: group, year: year, count: count))
            }
        }
        return rows
    }

    /// The report for a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String) -> String {
        var text = overYears.text(report: kind.title, title: title)
        for marks in marks {
            guard let distribution = marks.distribution, distribution.pupils > 0 else { continue }
            let counts = distribution.counts.enumerated().filter { $0.element > 0 }
                .map { "\($0.offset): \($0.element)" }.joined(separator: ", ")
            let threshold = marks.threshold.map { " (the standard is met from \($0) marks)" } ?? ""
            text += "\n\(marks.measure.yearGroup.title), pupils by mark\(threshold): \(counts)\n"
        }
        for comparison in comparisons {
            let rows = comparison.rows.map { [$0.group.title, $0.figure?.inWords ?? "withheld"] }
            text += "\n\(comparison.measure.title), \(year)\n"
            text += AlignedText.lines(rows).map { "\($0)\n" }.joined()
        }
        return text
    }
}
