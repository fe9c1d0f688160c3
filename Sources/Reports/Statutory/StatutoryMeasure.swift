public import Assessment

/// One measure of a statutory assessment: a share or an average over a cohort, with who counts in it.
///
/// Measures are declared, one file an assessment; everything else (groups, dashboard, files) is the same for all of them.
public struct StatutoryMeasure: Sendable, Identifiable {
    /// How its figure is to be read.
    public enum Unit: Sendable, Hashable {
        /// A percentage of the denominator.
        case share
        /// The numerator by the denominator, 0 to a highest value.
        case average(maximum: Int)
    }

    /// How the national figure is filed.
    struct NationalName: Sendable {
        let assessment: String
        let subject: String
        let measure: String
    }

    /// Stable: `eyfsp.gld`, `phonics.end_of_year2`, `mtc.band.20-24`.
    public let id: String
    /// As a heading says it, without the assessment: `Good level of development`.
    public let title: String
    public let kind: AssessmentKind
    /// Whose measure it is: the year group of the assessment, or Year 2 for the phonics check by the end of Year 2.
    public let yearGroup: YearGroup
    public let unit: Unit
    /// The first year of which it can be told, beside the calendar of the assessment.
    let since: Int
    let nationalName: NationalName?
    /// - Parameters: the row, and whether `97+` counts as 100.
    private let judge: @Sendable (any AssessmentRow, Bool) -> MeasureVerdict

    init(
        _ id: String, _ title: String, _ kind: AssessmentKind, yearGroup: YearGroup? = nil, unit: Unit = .share,
        since: Int = 0, national: NationalName? = nil,
        judge: @escaping @Sendable (any AssessmentRow, Bool) -> MeasureVerdict
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.yearGroup = yearGroup ?? kind.yearGroup
        self.unit = unit
        self.since = since
        nationalName = national
        self.judge = judge
    }

    /// What the measure makes of a pupil's row; a row of another assessment is not recorded.
    public func verdict(of row: any AssessmentRow, specialConsideration: Bool = true) -> MeasureVerdict {
        judge(row, specialConsideration)
    }

    /// Whether the measure can be told of a year.
    public func holding(_ year: Int, _ calendar: AssessmentCalendar) -> AssessmentHolding {
        let holding = calendar.holding(of: kind, year: year, yearGroup: yearGroup)
        guard holding.isHeld, year < since else { return holding }
        return .notHeld(reason: "The profile before \(since) had other goals, so it is not compared.")
    }

    /// Every measure, by assessment in the order of the pupils' years.
    public static let all: [StatutoryMeasure] = eyfsp + phonics + keyStage1 + multiplication + keyStage2

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The measure with an id; nil when there is none.
    public static func measure(_ id: String) -> StatutoryMeasure? { byID[id] }

    /// The headlines of the Statutory Dashboard, in its order.
    public static let headlines: [StatutoryMeasure] = [
        "eyfsp.gld", "phonics.year1", "phonics.end_of_year2", "ks1.rwm", "mtc.average", "mtc.full_marks", "ks2.rwm",
        "ks2.rwm_higher", "ks2.reading", "ks2.writing", "ks2.mathematics", "ks2.gps", "ks2.science",
    ].compactMap(measure)
}

extension StatutoryMeasure: Hashable {
    public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension NationalFigures {
    /// The figure to stand beside a measure: of the year, or of the last one before it that has one.
    ///
    /// A class or a school's own group is compared with all pupils (the figure's `group` says so); another group only with
    /// its own national figure; two groups crossed with none, because none is published.
    public func figure(_ measure: StatutoryMeasure, group: GroupSelection, year: Int) -> NationalFigure? {
        guard let name = measure.nationalName, let compared = group.comparedNationally else { return nil }
        return figure(
            assessment: name.assessment, subject: name.subject, group: compared.id, measure: name.measure, year: year)
    }
}
