public import Assessment

extension PupilFlight: JourneyContent {
    /// The report as the JSON of the interface.
    public func json(school: DfENumber?) -> JSONText {
        var json = JSONText()
        json.object { json in
            json.member("report", "pupil")
            json.member("school", school?.description)
            json.member("year", year.endYear)
            json.member("upn", pupil.upn?.text)
            json.member("surname", pupil.surname)
            json.member("forename", pupil.forename)
            json.member("year_group", place?.yearGroup.rawValue)
            json.member("class", place?.className)
            json.array("years") { json in
                for stage in stages {
                    json.object { json in
                        json.member("year", stage.year.endYear)
                        json.member("year_group", stage.yearGroup.rawValue)
                        json.member("class", stage.className)
                        json.array("notes") { json in stage.notes.forEach { json.value($0) } }
                    }
                }
            }
            json.array("results") { json in
                for result in results {
                    json.object { json in
                        json.member("year", result.year.endYear)
                        json.member("year_group", yearGroup(in: result.year)?.rawValue)
                        json.member("assessment", result.assessment.rawValue)
                        json.member("term", result.term?.rawValue)
                        json.member("subject", result.subject?.rawValue)
                        json.member("title", result.title)
                        json.member("result", result.result)
                        json.member("words", result.words)
                        json.member("standard", result.standard)
                    }
                }
            }
        }
        return json
    }

    /// A line for each result for a spreadsheet, headings first.
    public func table() -> [[String]] {
        [["year", "year_group", "assessment", "term", "subject", "title", "result", "words", "standard"]]
            + results.map { result in
                [
                    "\(result.year.endYear)", yearGroup(in: result.year)?.rawValue ?? "", result.assessment.rawValue,
                    result.term?.rawValue ?? "", result.subject?.rawValue ?? "", result.title, result.result,
                    result.words, result.standard ?? "",
                ]
            }
    }

    /// For a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String) -> String {
        let who = [
            pupil.displayName, pupil.upn?.text,
            place.map { [$0.yearGroup.title, $0.className].compactMap(\.self) }?
                .joined(separator: ", "),
        ].compactMap(\.self).joined(separator: " · ")
        var lines = ["Results over time: \(title)", who]
        for stage in stages where !stage.lines.isEmpty || !stage.notes.isEmpty && stage.year <= year {
            lines += ["", [stage.title, stage.className].compactMap(\.self).joined(separator: ", ")]
            let judged = stage.lines.filter { $0.judgements.contains { $0 != nil } }
            if !judged.isEmpty {
                let headings = [""] + SummativeTerm.allCases.map(\.title)
                lines += AlignedText.lines(
                    [headings]
                        + judged.map { line in
                            ["  \(line.title)"] + line.judgements.map { $0?.result ?? "–" }
                        })
            }
            for line in stage.lines {
                lines += line.statutory.map { "  \(line.title), \($0.title): \($0.result) (\($0.words))" }
            }
            lines += stage.notes.map { "  \($0)" }
        }
        if results.isEmpty { lines += ["", "No results yet."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func yearGroup(in year: SchoolYear) -> YearGroup? { stages.first { $0.year == year }?.yearGroup }
}
