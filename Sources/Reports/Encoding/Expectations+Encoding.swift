public import Assessment

extension Expectations {
    /// The report as the JSON of the interface. Percentages unrounded; no pupil in it.
    public func json(school: DfENumber?) -> JSONText {
        var json = JSONText()
        json.object { json in
            json.member("report", "expectations")
            json.member("school", school?.description)
            json.member("year", year)
            json.member("group", group.id)
            json.member("start", start.id)
            json.member("outcome", outcome.id)
            json.array("cohorts") { json in years.forEach { json.value($0) } }
            json.member("too_few", tooFew)
            json.member("without", without)
            json.member("unplaced", unplaced.count)
            json.array("rows") { json in
                for row in isEnough ? rows : [] {
                    json.object { json in
                        json.member("start", row.start.id)
                        json.member("title", row.start.title)
                        json.member("past", row.past)
                        json.member("met", row.met.count)
                        json.member("higher", row.higher?.count)
                        json.member("few", row.isFew)
                        json.member("now", row.now.count)
                        json.object("outcomes") { json in
                            for (outcome, count) in zip(outcomes, row.counts) { json.member(outcome.id, count) }
                        }
                    }
                }
            }
        }
        return json
    }

    /// A line for each starting point for a spreadsheet, headings first; headings alone where there are too few cohorts.
    public func table() -> [[String]] {
        let headings =
            ["start", "starting_point", "outcome", "group", "cohorts", "past", "met", "higher"]
            + outcomes.map { "outcome_\($0.id)" } + ["now"]
        guard isEnough else { return [headings] }
        return [headings]
            + rows.map { row in
                [
                    start.id, row.start.title, outcome.id, group.id, years.map(String.init).joined(separator: " "),
                    "\(row.past)", "\(row.met.count)", row.higher.map { "\($0.count)" } ?? "",
                ] + row.counts.map(String.init) + ["\(row.now.count)"]
            }
    }

    /// For a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String) -> String {
        var lines = [
            "Expectations \(year): \(title)", "Started at: \(start.title)", "Became: \(outcome.title)", group.title, "",
        ]
        if let tooFew { return (lines + [tooFew]).joined(separator: "\n") + "\n" }
        lines += AlignedText.lines(
            [["", "Year 6 now", "Past pupils"]]
                + rows.map { row in
                    [
                        row.start.title, "\(row.now.count)",
                        row.inWords + (row.isFew && row.past > 0 ? " Few pupils." : ""),
                    ]
                })
        lines += [
            "",
            "From this school’s cohorts of \(years.map(String.init).joined(separator: ", ")). What became of others is no forecast of anybody.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
