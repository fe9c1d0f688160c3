import Assessment
import Pages
import Reports
import Tracker

extension AssessmentPage {
    // MARK: Shares

    /// This year's shares as bars, by list.
    func bars() -> [(title: String, bars: [MeasureBar])] {
        let lists: [(String, [(String, String?)])] =
            switch kind {
            case .eyfsp:
                [
                    (
                        "At the expected level, by area of learning",
                        Subject.areasOfLearning.map { ("eyfsp.area.\($0.rawValue)", nil) }
                    )
                ]
            case .ks1:
                [
                    (
                        "Met the standard",
                        ["rwm", "reading", "writing", "mathematics"].map { ("ks1.\($0)", "ks1.\($0)_higher") }
                            + [("ks1.science", nil)]
                    )
                ]
            case .phonics, .mtc, .ks2, .summative: []
            }
        return lists.map { title, measures in
            (
                title,
                measures.compactMap { expected, higher in
                    StatutoryMeasure.measure(expected).map { bar($0, higher: higher.flatMap(StatutoryMeasure.measure)) }
                }
            )
        }
    }

    private func bar(_ measure: StatutoryMeasure, higher: StatutoryMeasure?) -> MeasureBar {
        // KS1 titles end in the standard, which the section's title says.
        let title = measure.title.split(separator: ":").first.map(String.init) ?? measure.title
        guard let expected = figure(measure), let share = expected.share else {
            return MeasureBar(
                title: title, below: 0, at: 0, words: ReportLink(title: "", address: ""),
                withheld: MeasureDrawing.withheld)
        }
        let above = higher.flatMap(figure)
        let national = content.overYears.rows.first { $0.measure == measure }?.latest.national
        return MeasureBar(
            title: title, below: share.of - share.count, at: share.count - (above?.numerator ?? 0),
            higher: above?.numerator, national: national.map { ChartNational(percent: $0.value, year: $0.year) },
            words: link(expected, share.inWords),
            higherWords: above.map { figure in
                link(figure, "greater depth \(figure.numerator) (\(figure.share?.wholePercent ?? 0)%)")
            })
    }

    private func link(_ figure: MeasureFigure, _ words: String) -> ReportLink {
        ReportLink(title: words, address: figure.pupils > 0 ? drawing.address(behind: figure) ?? "" : "")
    }

    // MARK: Marks

    func marks(_ marks: AssessmentReport.Marks) -> MarkSection {
        let title =
            kind == .phonics
            ? "\(marks.measure.yearGroup.title), pupils by mark" : "Pupils by mark"
        guard let distribution = marks.distribution else {
            return MarkSection(
                title: title, chart: MarkChart(title: title, counts: []), note: "",
                withheld: MeasureDrawing.withheld)
        }
        let addresses = distribution.counts.indices.compactMap { mark in
            report.isAnonymised
                ? nil
                : distribution.measure(of: mark).map { drawing.address(behind: $0, of: year, group: group) }
        }
        return MarkSection(
            title: title,
            chart: MarkChart(title: title, counts: distribution.counts, threshold: marks.threshold),
            addresses: addresses, named: named(marks), note: note(marks, distribution))
    }

    private func note(_ marks: AssessmentReport.Marks, _ distribution: MarkDistribution) -> String {
        guard kind == .phonics else { return "There is no pass mark; full marks are 25." }
        guard let threshold = marks.threshold else {
            return "The threshold of \(year) is not known yet, so marks give no outcome."
        }
        return "The threshold of \(year) is \(threshold) of 40 marks."
    }

    /// Near misses, and who must be checked again: of Year 1 only.
    private func named(_ marks: AssessmentReport.Marks) -> [MarkSection.Named] {
        guard marks.measure.id == "phonics.year1.average_mark" else { return [] }
        var lists: [MarkSection.Named] = []
        if let near = StatutoryMeasure.measure("phonics.near_misses"), let figure = figure(near),
            let threshold = marks.threshold
        {
            let words = figure.numerator == 1 ? "1 near miss" : "\(figure.numerator) near misses"
            lists.append(
                .init(
                    words: link(figure, words),
                    rest: "at \(threshold - StatutoryMeasure.phonicsNearMiss) to \(threshold - 1) marks",
                    pupils: pupils(near)))
        }
        if let again = StatutoryMeasure.measure("phonics.recheck"), let figure = figure(again) {
            let words = figure.numerator == 1 ? "1 pupil" : "\(figure.numerator) pupils"
            lists.append(
                .init(
                    words: link(figure, words), rest: "must be checked again in Year 2, in \(year + 1)",
                    pupils: pupils(again)))
        }
        return lists
    }

    private func pupils(_ measure: StatutoryMeasure) -> [OutcomeScores.NearMiss] {
        (report.pupils(behind: measure, year: year) ?? []).filter { $0.side == .numerator }.map {
            OutcomeScores.NearMiss(
                name: $0.pupil.displayName, score: $0.result, address: place.link(toPupil: $0.pupil.id))
        }
    }

    // MARK: Groups

    func comparisons() -> (GroupDotPlot?, GroupTable?, [String]) {
        let shown = content.comparisons.filter { $0.rows.count > 1 }
        guard let first = shown.first else { return (nil, nil, []) }
        let gaps = shown.compactMap { comparison in
            comparison.disadvantageGap.map { gap in
                let unit = comparison.measure.unit == .share ? " percentage points" : ""
                return "\(comparison.measure.title), disadvantage gap: \(gap.inWords)\(unit)."
            }
        }
        let measures = shown.map(\.measure)
        var rows: [GroupTable.Row] = []
        // Every group that any of the measures has, in the order of the menu.
        var order: [GroupSelection] = []
        for comparison in shown {
            for row in comparison.rows where !order.contains(row.group) { order.append(row.group) }
        }
        for group in order {
            let cells = shown.map { comparison in
                comparison.rows.first { $0.group == group }.map(cell) ?? GroupTable.Cell(words: "–")
            }
            rows.append(GroupTable.Row(title: title(group), cells: cells))
        }
        let title = group == .all ? "By group" : "\(group.title), by group"
        return (
            plot(first), GroupTable(title: title, measures: measures.map(\.title), rows: rows), gaps
        )
    }

    /// Of a crossed group the part that tells it from the chosen one.
    private func title(_ group: GroupSelection) -> String {
        guard group != self.group else { return group.title }
        return group.second?.title ?? group.first.title
    }

    private func cell(_ row: MeasureComparison.Row) -> GroupTable.Cell {
        guard let figure = row.figure else { return GroupTable.Cell(words: MeasureDrawing.withheld) }
        guard figure.denominator > 0 else { return GroupTable.Cell(words: "–") }
        return GroupTable.Cell(
            words: figure.inWords, address: drawing.address(behind: figure),
            national: row.national.map { "national \(MeasureDrawing.national($0))" })
    }

    private func plot(_ comparison: MeasureComparison) -> GroupDotPlot? {
        guard comparison.measure.unit == .share else { return nil }
        let groups = comparison.rows.dropFirst().compactMap { row -> GroupDotPlot.Group? in
            guard let figure = row.figure, let share = figure.share else {
                if case .ethnicity = row.group.first { return nil }
                return GroupDotPlot.Group(
                    title: title(row.group), count: 0, eligible: 0, interval: nil, withheld: MeasureDrawing.withheld)
            }
            guard share.of > 0 else { return nil }
            return GroupDotPlot.Group(
                title: title(row.group), count: share.count, eligible: share.of,
                interval: share.interval.map { min($0.lower, $0.upper)...max($0.lower, $0.upper) },
                national: row.national.map { ChartNational(percent: $0.value, year: $0.year) },
                address: drawing.address(behind: figure))
        }
        return groups.isEmpty ? nil : GroupDotPlot(title: comparison.measure.title, groups: groups)
    }
}
