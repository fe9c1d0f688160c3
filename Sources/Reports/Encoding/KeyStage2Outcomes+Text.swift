public import Assessment

extension KeyStage2Outcomes {
    /// The report for a terminal: aligned columns, every percentage with its count, national figures with their year.
    ///
    /// - Parameter title: what stands first, such as the school's name and number.
    public func text(title: String, national: NationalFigures? = nil) -> String {
        var lines = ["End of Key Stage 2 outcomes \(year): \(title)", Self.groupLine(self)]
        var rows = [["", "Expected standard", "Higher standard", "Average scaled score"]]
        for area in KeyStage2Area.allCases {
            rows.append(
                [
                    area.title, cell(.expected(area), national),
                    area.hasHigherStandard ? cell(.higher(area), national) : "",
                    area.isTest ? averageCell(area, national) : "",
                ])
        }
        lines.append("")
        lines += AlignedText.lines(rows)
        let details = KeyStage2Area.allCases.compactMap(detailLine)
        if !details.isEmpty { lines += [""] + details }
        lines += ["", specialConsideration.sentence]
        for area in KeyStage2Area.allCases {
            guard area.isTest, let subject = area.subject else { continue }
            switch tables[subject] {
            case .table: break
            case .thresholds(let year):
                lines.append("\(area.title): only the marks for 100 and 110 of \(year) are known.")
            case nil: lines.append("\(area.title): no conversion table for \(year) yet.")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func groupLine(_ report: KeyStage2Outcomes) -> String {
        guard let cohort = report.cohort, let notRecorded = report.notRecorded else {
            return "\(report.group.title): withheld, because the figures are of too few pupils."
        }
        var line = "\(report.group.title): \(cohort) \(cohort == 1 ? "pupil" : "pupils")"
        if notRecorded > 0 { line += ", \(notRecorded) of \(cohort) not yet recorded" }
        if report.excluded > 0 { line += "; what-if without \(report.excluded) excluded" }
        return line
    }

    private func cell(_ measure: MeasureID, _ national: NationalFigures?) -> String {
        guard let share = share(measure) else { return "withheld" }
        return share.inWords + beside(measure, national, unit: "%")
    }

    private func averageCell(_ area: KeyStage2Area, _ national: NationalFigures?) -> String {
        guard let scores = self[area]?.scores else { return "withheld" }
        guard let average = DisplayNumber.average(sum: scores.sum, of: scores.pupils) else { return "none" }
        return "\(average) of \(scores.pupils)" + beside(.averageScaledScore(area), national, unit: "")
    }

    private func beside(_ measure: MeasureID, _ national: NationalFigures?, unit: String) -> String {
        guard let figure = national?.figure(measure, group: group, year: year) else { return "" }
        let value = figure.value == figure.value.rounded() ? DisplayNumber.whole(figure.value) : "\(figure.value)"
        return ", national \(figure.year) \(value)\(unit)"
    }

    /// Codes and gaps of an area in one line; nil when there are none.
    private func detailLine(_ area: KeyStage2Area) -> String? {
        guard let figures = self[area] else { return nil }
        var parts = codes(area).map { "\($0.code) \($0.count)" }
        if area.isTest { parts += teacherAssessments(area).map { "teacher assessment \($0.code) \($0.count)" } }
        if figures.notRecorded > 0 { parts.append("not yet recorded \(figures.notRecorded)") }
        if figures.incomplete > 0 { parts.append("a paper missing \(figures.incomplete)") }
        if figures.awaitingTable > 0 { parts.append("no table yet \(figures.awaitingTable)") }
        if let near = figures.scores?.nearMisses, near > 0 { parts.append("97 to 99: \(near)") }
        if area == .rwm { parts += leftOut(area).map { "left out \($0.code) \($0.count)" } }
        return parts.isEmpty ? nil : "\(area.title): \(parts.joined(separator: ", "))"
    }
}
