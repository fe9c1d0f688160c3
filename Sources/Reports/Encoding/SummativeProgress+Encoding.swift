public import Assessment

extension SummativeProgress {
    /// The report as the JSON of the interface. Percentages unrounded; no pupil in it.
    public func json(school: DfENumber?) -> JSONText {
        var json = JSONText()
        json.object { json in
            json.member("report", "summative-progress")
            json.member("school", school?.description)
            json.member("year", year)
            json.member("from", from.id)
            json.member("to", to.id)
            json.array("figures") { json in
                for figure in figures {
                    json.object { json in
                        json.member("group", figure.group.id)
                        json.member("subject", figure.subject.rawValue)
                        json.member("pupils", figure.pupils.count)
                        json.member("assessed", figure.assessed)
                        for step in ProgressStep.allCases where step != .notAssessed {
                            json.object(step.rawValue) { json in
                                json.member("count", figure.count(step))
                                json.member("percent", figure.share(step).percent)
                            }
                        }
                        json.member(ProgressStep.notAssessed.rawValue, figure.count(.notAssessed))
                    }
                }
            }
        }
        return json
    }

    /// A line for each group and subject for a spreadsheet, headings first; percentages unrounded.
    public func table() -> [[String]] {
        let headings = [
            "from", "to", "group", "subject", "pupils", "assessed", "below", "below_percent", "expected",
            "expected_percent", "better", "better_percent", "not_assessed",
        ]
        return [headings]
            + figures.map { figure in
                [
                    from.id, to.id, figure.group.id, figure.subject.rawValue, "\(figure.pupils.count)",
                    "\(figure.assessed)",
                ]
                    + [ProgressStep.below, .expected, .better].flatMap {
                        ["\(figure.count($0))", JSONText.plain(figure.share($0).percent)]
                    } + ["\(figure.count(.notAssessed))"]
            }
    }

    /// For a terminal.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String) -> String {
        let headings = ["", "", "Below", "Expected", "Better", "Not assessed"]
        let rows = figures.map { figure in
            [figure.group.title, figure.subject.title]
                + [ProgressStep.below, .expected, .better].map { figure.share($0).inWords }
                + ["\(figure.count(.notAssessed))"]
        }
        let lines =
            ["Summative progress \(year): \(title)", "\(from.title) to \(to.title)", ""]
            + AlignedText.lines([headings] + rows)
            + ["", "Below, expected or better: the judgement then against the judgement now, relative to age."]
        return lines.joined(separator: "\n") + "\n"
    }
}
