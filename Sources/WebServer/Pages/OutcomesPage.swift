import Assessment
import Pages
import Reports
import Storage
import Tracker

/// Fills the page of the End of Key Stage 2 Outcomes from the report.
struct OutcomesPage {
    let report: OutcomesReport
    /// The same assessment over three years.
    let years: StatutoryReport<AssessmentReport>
    let national: NationalFigures
    let codeLists: CodeLists
    let query: OutcomesQuery
    let place: SchoolPlace
    let mayEnter: Bool
    /// Whether a number leads to the pupils behind it.
    var opensPupils = true

    var outcomes: KeyStage2Outcomes { report.outcomes }

    static let withheld = "Withheld: so few pupils are concerned that somebody could be recognised."
    /// As the page lists them.
    private static let areas: [KeyStage2Area] = [.rwm, .reading, .writing, .mathematics, .gps, .science]

    func model() -> KeyStage2OutcomesModel {
        let menu = GroupMenu(place: place, selection: outcomes.group, groups: report.groups) {
            .keyStage2Outcomes(query.of(group: $0))
        }
        let drawing = MeasureDrawing(
            place: place, group: outcomes.group, isAnonymised: report.isAnonymised, namesAssessments: false)
        let ofGroup = query.of(group: outcomes.group.id)
        return KeyStage2OutcomesModel(
            year: outcomes.year, groupTitle: outcomes.group.title,
            breadcrumbs: [
                Breadcrumb("Reports", place.route(.reports)), Breadcrumb("End of Key Stage 2 Outcomes"),
            ],
            bar: menu.bar(
                current: nil, xlsx: .keyStage2OutcomesFile(.xlsx, ofGroup), csv: .keyStage2OutcomesFile(.csv, ofGroup)),
            cohort: outcomes.cohort,
            notRecorded: outcomes.notRecorded.map { figure($0, .nothingRecorded) }, rows: Self.areas.map(row),
            scores: [.reading, .mathematics, .gps].map(scores), codes: outcomes.cohort == 0 ? [] : codes(),
            comparison: comparison, gap: gap, specialConsideration: outcomes.specialConsideration.sentence,
            specialConsiderationSwitch: specialConsiderationSwitch,
            years: years.isEmpty
                ? []
                : [drawing.table("The years side by side", years.content.overYears.rows)],
            entryAddress: mayEnter ? place.link(.chooseClass(.ks2)) : nil,
            withheldNote: outcomes.isPartlyWithheld
                ? "Figures from which a pupil could be recognised are withheld from your role." : nil)
    }

    // MARK: Links

    private func with(_ change: (inout OutcomesQuery) -> Void) -> OutcomesQuery {
        var other = query
        change(&other)
        return other
    }

    /// A number with the page of the pupils behind it; nobody may be named to an anonymised reader, so nothing opens.
    func figure(_ count: Int, _ measure: MeasureID) -> OutcomeFigure {
        OutcomeFigure(count, address: count == 0 ? nil : address(measure))
    }

    func address(_ measure: MeasureID) -> String? {
        report.isAnonymised || !opensPupils ? nil : place.link(.keyStage2OutcomesPupils(measure: measure.id, query))
    }

    private var specialConsiderationSwitch: ReportLink? {
        switch outcomes.specialConsideration {
        case .none: nil
        case .applied:
            .init(
                title: "Show it without",
                address: place.link(.keyStage2Outcomes(with { $0.appliesSpecialConsideration = false })))
        case .off:
            .init(
                title: "Apply it",
                address: place.link(.keyStage2Outcomes(with { $0.appliesSpecialConsideration = true })))
        }
    }

    // MARK: Met the standard

    private func row(_ area: KeyStage2Area) -> OutcomeRow {
        let isTeacherAssessment = area == .writing || area == .science
        guard let figures = outcomes[area] else {
            return OutcomeRow(
                title: area.title, isTeacherAssessment: isTeacherAssessment, eligible: OutcomeFigure(0),
                expected: OutcomeFigure(0), higher: nil, withheld: Self.withheld)
        }
        return OutcomeRow(
            title: area.title, isTeacherAssessment: isTeacherAssessment,
            eligible: figure(figures.eligible, .expected(area)), expected: figure(figures.atExpected, .expected(area)),
            higher: figures.higher.map { figure($0.count, .higher(area)) },
            higherName: area == .writing ? "greater depth" : "higher standard", average: average(area, figures),
            leftOut: leftOut(area, figures), national: published(.expected(area)),
            nationalHigher: area.hasHigherStandard ? published(.higher(area)) : nil,
            interval: figures.expected.interval?.inWords, onePupil: figures.expected.onePupilInWords)
    }

    private func average(_ area: KeyStage2Area, _ figures: AreaOutcomes) -> OutcomeRow.Average? {
        guard let scores = figures.scores, let words = DisplayNumber.average(sum: scores.sum, of: scores.pupils) else {
            return nil
        }
        return OutcomeRow.Average(words: words, pupils: figure(scores.pupils, .averageScaledScore(area)))
    }

    private func leftOut(_ area: KeyStage2Area, _ figures: AreaOutcomes) -> [OutcomeRow.LeftOut] {
        var parts = outcomes.leftOut(area).map { code, count in
            let meaning = outcomes.meaning(of: code, in: area)
            return OutcomeRow.LeftOut(
                figure(count, area == .rwm ? .leftOut(area) : .code(area, code)),
                reason: "\(meaning.lowercasedStart) (\(code))")
        }
        let waiting = [
            (figures.notRecorded, MeasureID.notRecorded(area), "not yet recorded"),
            (figures.incomplete, .incomplete(area), "with a paper missing"),
            (figures.awaitingTable, .awaitingTable(area), "waiting for the \(outcomes.year) table"),
        ]
        for (count, measure, reason) in waiting where count > 0 {
            parts.append(OutcomeRow.LeftOut(figure(count, measure), reason: reason))
        }
        return parts
    }

    private func published(_ measure: MeasureID) -> OutcomeNational? {
        national.figure(measure, group: outcomes.group, year: outcomes.year).map { figure in
            OutcomeNational(
                percent: figure.value, year: figure.year, basis: figure.basis.title, release: figure.release)
        }
    }

    // MARK: Scaled scores

    private func scores(_ area: KeyStage2Area) -> OutcomeScores {
        guard let scores = outcomes[area]?.scores else {
            return OutcomeScores(
                title: area.title, histogram: ScoreHistogram(title: area.title, bins: []),
                nearMissCount: OutcomeFigure(0), basis: "", withheld: Self.withheld)
        }
        let histogram = ScoreHistogram(
            title: "\(area.title), scaled scores",
            bins: ScoreRange.all.map { range in
                .init(low: range.scores.lowerBound, high: range.scores.upperBound, count: scores.count(in: range))
            })
        let near = report.isAnonymised ? [] : outcomes.nearMisses(area) ?? []
        return OutcomeScores(
            title: area.title, histogram: histogram,
            rangeAddresses: ScoreRange.all.compactMap { address(.range(area, $0)) },
            nearMissCount: figure(scores.nearMisses, .nearMisses(area)),
            nearMisses: near.compactMap { id, score in
                report.name(of: id).map {
                    OutcomeScores.NearMiss(name: $0, score: score.description, address: place.link(toPupil: id))
                }
            }, basis: basis(area))
    }

    private func basis(_ area: KeyStage2Area) -> String {
        switch area.subject.flatMap({ outcomes.tables[$0] }) {
        case .table(let year): "Marks are converted by the \(year) table."
        case .thresholds(let year):
            "Of \(year) only the marks for 100 and 110 are known: marks alone give no scaled score until the table is loaded."
        case nil: "No conversion table for \(outcomes.year) yet: marks alone give no scaled score."
        }
    }
}
