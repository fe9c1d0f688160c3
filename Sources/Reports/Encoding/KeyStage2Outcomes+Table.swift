public import Assessment

extension KeyStage2Outcomes {
    /// The headings of ``table(national:)``.
    public static let tableHeadings = [
        "measure", "subject", "group", "numerator", "denominator", "percent", "average", "national", "national_year",
        "national_basis", "national_release",
    ]

    /// The report as rows for a spreadsheet, headings first: headline measures, codes, ranges, then who is left out.
    ///
    /// Percentages and averages are unrounded; a field is empty where there is nothing to say, and `withheld` stands in
    /// both counts where the reader may not see them.
    public func table(national: NationalFigures? = nil) -> [[String]] {
        var rows = [Self.tableHeadings]
        for area in KeyStage2Area.allCases {
            for measure in area.headlineMeasures { rows.append(headlineRow(measure, area, national)) }
            guard let figures = self[area] else { continue }
            for (code, _) in codes(area) { rows.append(countRow(.code(area, code), area)) }
            if area.isTest {
                for (code, _) in teacherAssessments(area) {
                    rows.append(countRow(.teacherAssessment(area, code), area))
                }
            }
            if figures.scores != nil {
                for range in ScoreRange.all { rows.append(countRow(.range(area, range), area)) }
                rows.append(countRow(.nearMisses(area), area))
            }
            for measure in [.leftOut(area), .notRecorded(area), .incomplete(area), .awaitingTable(area)] as [MeasureID]
            {
                rows.append(countRow(measure, area))
            }
        }
        return rows
    }

    private func headlineRow(_ measure: MeasureID, _ area: KeyStage2Area, _ national: NationalFigures?) -> [String] {
        var numerator = "withheld"
        var denominator = "withheld"
        var percent = ""
        var average = ""
        if case .averageScaledScore = measure {
            if let scores = self[area]?.scores {
                numerator = ""
                denominator = "\(scores.pupils)"
                average = scores.average.map(Self.plain) ?? ""
            }
        } else if let share = share(measure) {
            numerator = "\(share.count)"
            denominator = "\(share.of)"
            percent = share.percent.map(Self.plain) ?? ""
        }
        let beside = national?.figure(measure, group: group, year: year)
        return [
            measure.kind, area.rawValue, group.id, numerator, denominator, percent, average,
            beside.map { Self.plain($0.value) } ?? "", beside.map { "\($0.year)" } ?? "",
            beside?.basis.rawValue ?? "", beside?.release ?? "",
        ]
    }

    private func countRow(_ measure: MeasureID, _ area: KeyStage2Area) -> [String] {
        let share = share(measure)
        return [
            measure.kind, area.rawValue, group.id, share.map { "\($0.count)" } ?? "", share.map { "\($0.of)" } ?? "",
            share?.percent.map(Self.plain) ?? "", "", "", "", "", "",
        ]
    }

    private static func plain(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
