import Assessment
import Pages
import Reports

/// Fills the tiles and tables of measures over three years.
struct MeasureDrawing {
    let place: SchoolPlace
    let group: GroupSelection
    /// Whether the reader sees no names.
    let isAnonymised: Bool
    /// Whether each line names its assessment and leads to the report of it.
    let namesAssessments: Bool

    static let withheld = "Withheld: too few pupils"

    func line(_ row: StatutoryDashboard.Row) -> MeasureLine {
        let measure = row.measure
        let latest = row.latest
        let share = latest.figure?.share.flatMap { $0.of > 0 ? $0 : nil }
        var most = 100.0
        if case .average(let maximum) = measure.unit { most = Double(maximum) }
        return MeasureLine(
            id: measure.id, title: measure.title,
            about: namesAssessments ? "\(measure.yearGroup.title) · \(measure.kind.title)" : nil,
            address: namesAssessments ? address(measure.kind) : nil, years: row.entries.map { year(measure, $0) },
            change: latest.change.map { change($0, measure, since: latest.year - 1) },
            national: latest.national.map(Self.national), gap: latest.disadvantageGap.map { points($0, measure) },
            chance: share.flatMap(Self.chance),
            isSmall: share.map { $0.of <= GroupComparison.cautionAtMost } ?? false, most: most)
    }

    func table(_ title: String, _ rows: [StatutoryDashboard.Row]) -> MeasureTable {
        MeasureTable(title: title, lines: rows.map(line))
    }

    // MARK: Words

    /// "68.3% in 2025 (all schools, provisional)"
    static func national(_ figure: NationalFigure) -> String {
        let who = figure.group == PupilGroup.all.id ? "" : "same group, "
        return "\(figure.valueInWords) in \(figure.year) (\(who)\(figure.basis.title), \(figure.release))"
    }

    /// "One pupil is 1.7 points; chance alone gives 55% to 79%."
    private static func chance(_ share: Share) -> String? {
        guard let one = share.onePupilInWords, let interval = share.interval else { return nil }
        return "\(one.uppercasedStart); chance alone gives \(interval.inWords)."
    }

    private func points(_ difference: FigureDifference, _ measure: StatutoryMeasure) -> String {
        measure.unit == .share ? "\(difference.inWords) points" : difference.inWords
    }

    private func change(_ difference: FigureDifference, _ measure: StatutoryMeasure, since year: Int)
        -> MeasureLine.Change
    {
        let words = points(difference, measure)
        if difference.inWords == "0.0" { return .init(.none, by: "", since: year) }
        return difference.points > 0
            ? .init(.up, by: words, since: year) : .init(.down, by: String(words.dropFirst()), since: year)
    }

    // MARK: Years

    private func year(_ measure: StatutoryMeasure, _ entry: StatutoryDashboard.Entry) -> MeasureYear {
        var year = MeasureYear(year: entry.year, figure: nil, words: "", note: entry.note)
        switch entry.state {
        case .notHeld(let reason): year.words = reason
        case .withheld: year.words = Self.withheld
        case .shown:
            guard let figure = entry.figure, figure.pupils > 0 else {
                year.words = isAnonymised ? "No results" : "Nobody"
                return year
            }
            fill(&year, figure, isStatutory: entry.isStatutory)
        }
        if let national = entry.national, national.year == entry.year { year.national = national.value }
        return year
    }

    private func fill(_ year: inout MeasureYear, _ figure: MeasureFigure, isStatutory: Bool) {
        year.address = address(behind: figure)
        year.others = others(figure, isStatutory: isStatutory)
        if let percent = figure.share?.wholePercent {
            year.figure = "\(percent)%"
            year.words = "\(figure.numerator) of \(figure.denominator)"
            year.value = figure.percent
        } else if let average = DisplayNumber.average(sum: figure.numerator, of: figure.denominator),
            case .average(let maximum) = figure.measure.unit
        {
            year.figure = average
            year.words = "of \(maximum), \(figure.denominator) \(figure.denominator == 1 ? "pupil" : "pupils")"
            year.value = figure.average
        } else {
            year.words = isStatutory ? "Not yet recorded" : "No results"
            year.others = nil
        }
    }

    /// "2 left out, 3 not yet recorded"; nil when everybody counts.
    private func others(_ figure: MeasureFigure, isStatutory: Bool) -> String? {
        let leftOut = figure.leftOut.values.reduce(0, +)
        let parts = [
            (leftOut, "left out"), (isStatutory ? figure.notRecorded : 0, "not yet recorded"),
            (figure.incomplete, "with a part missing"), (figure.awaitingTable, "waiting for the year’s threshold"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    // MARK: Addresses

    /// The pupils behind a figure; nil where nobody may be named.
    func address(behind figure: MeasureFigure) -> String? {
        isAnonymised ? nil : address(behind: figure.measure, of: figure.year, group: figure.group)
    }

    func address(behind measure: StatutoryMeasure, of year: Int, group: GroupSelection) -> String {
        place.link(
            .statutoryPupils(
                measure: measure.id,
                ReportQuery(group: group.id, of: year == place.year.endYear ? nil : year)))
    }

    private func address(_ kind: AssessmentKind) -> String {
        guard let name = StatutoryReportName(kind) else {
            return place.link(.keyStage2Outcomes(OutcomesQuery(group: group.id)))
        }
        return place.link(.statutoryReport(name, ReportQuery(group: group.id)))
    }
}
