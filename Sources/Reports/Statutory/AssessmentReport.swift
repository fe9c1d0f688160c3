public import Assessment

/// One assessment of one school over three years: its measures, how marks spread, and its headlines group by group.
///
/// A value made anew from the cohorts whenever it is asked for, as the dashboard is.
public struct AssessmentReport: Sendable {
    /// How marks spread in one check of the year.
    public struct Marks: Sendable, Hashable {
        /// The average of the marks.
        public let measure: StatutoryMeasure
        /// nil when withheld from this reader.
        public let distribution: MarkDistribution?
        /// The lowest mark that meets the standard; nil where there is none, or none is known yet.
        public let threshold: Int?
    }

    public let kind: AssessmentKind
    /// The measures over the years, in the order of ``MeasureSection/sections(of:)``.
    public let overYears: StatutoryDashboard
    /// Of the year of the report; empty for an assessment without marks, and in a year in which it was not held.
    public let marks: [Marks]
    /// Of the year of the report: the chosen group first, then its parts by every other group.
    public let comparisons: [MeasureComparison]

    /// The year of the report.
    public var year: Int { overYears.years[overYears.years.count - 1] }
    public var group: GroupSelection { overYears.group }

    /// - Parameters:
    ///   - year: the calendar year in which the last school year ends.
    ///   - cohorts: of the assessment in the three years, phonics of Year 1 and of Year 2; others are not looked at.
    ///   - thresholds: of the phonics check.
    ///   - suppression: for a reader who may not see small groups; nil for one who may.
    public init(
        _ kind: AssessmentKind, school: DfENumber?, year: Int, cohorts: [AssessmentCohort],
        calendar: AssessmentCalendar, thresholds: PhonicsThresholds, national: NationalFigures? = nil,
        group: GroupSelection = .all, suppression: Suppression? = nil
    ) {
        self.kind = kind
        var sources = CohortSources(cohorts, suppression: suppression)
        overYears = StatutoryDashboard(
            school: school, year: year, calendar: calendar, national: national, group: group,
            measures: MeasureSection.sections(of: kind).flatMap(\.measures), isAnonymised: suppression != nil,
            sources: &sources)
        func isHeld(_ measure: StatutoryMeasure) -> Bool { measure.holding(year, calendar).isHeld }
        var marks: [Marks] = []
        for measure in StatutoryMeasure.averagesOfMarks(kind) where isHeld(measure) {
            guard var source = sources[measure, year] else { continue }
            marks.append(
                Marks(
                    measure: measure, distribution: source.distribution(measure, group),
                    threshold: kind == .phonics ? thresholds.threshold(year) : nil))
            sources[measure, year] = source
        }
        self.marks = marks
        var comparisons: [MeasureComparison] = []
        for measure in MeasureSection.compared(kind) where isHeld(measure) && group.second == nil {
            guard var source = sources[measure, year] else { continue }
            let groups = sources.groups(measure, year).map { GroupSelection(group.first, crossedWith: $0) }
            comparisons.append(
                MeasureComparison(
                    measure, year: year, groups: [group] + groups.filter { $0 != group }, national: national,
                    source: &source))
            sources[measure, year] = source
        }
        self.comparisons = comparisons
    }
}
