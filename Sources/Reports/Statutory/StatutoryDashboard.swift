public import Assessment

/// The headlines of all statutory assessments of one school over three years, by any group: a value made anew from the
/// cohorts whenever it is asked for, so it is never behind the data.
public struct StatutoryDashboard: Sendable {
    /// One headline in one year.
    public struct Entry: Sendable, Hashable {
        /// Why there is no figure, when there is none.
        public enum State: Sendable, Hashable {
            case shown
            /// From this reader, because it is of too few pupils or another figure would follow.
            case withheld
            /// In this year, with the reason as a sentence.
            case notHeld(reason: String)
        }

        /// The calendar year in which the school year ends.
        public let year: Int
        public let state: State
        /// Nobody in the denominator where nothing is recorded; nil unless shown.
        public let figure: MeasureFigure?
        /// Whether results are due of every pupil; false where the assessment was optional, so that none is missing.
        public let isStatutory: Bool
        /// What was unlike other years in this one: `Optional since 2024: nothing is due.`
        public let note: String?
        /// Against the year before; nil when either has no figure.
        public let change: FigureDifference?
        /// Pupils who are not disadvantaged less disadvantaged ones; nil when either has none, or the group says which.
        public let disadvantageGap: FigureDifference?
        /// Of the year, or the last one before it that has one; its own year says which.
        public let national: NationalFigure?
    }

    /// One headline over the years.
    public struct Row: Sendable, Hashable {
        public let measure: StatutoryMeasure
        /// The oldest year first.
        public let entries: [Entry]

        /// The year of the dashboard.
        public var latest: Entry { entries[entries.count - 1] }
    }

    /// nil for one that is not a single school's.
    public let school: DfENumber?
    /// The year of the dashboard and the two before, the oldest first.
    public let years: [Int]
    public let group: GroupSelection
    /// By ``StatutoryMeasure/headlines``.
    public let rows: [Row]
    /// Whether ids of pupils may be asked for.
    public let isAnonymised: Bool

    /// - Parameters:
    ///   - year: the calendar year in which the last school year ends.
    ///   - cohorts: of each assessment, year group and year of which there are pupils; others are not looked at.
    ///   - measures: the headlines unless others are asked for.
    ///   - suppression: for a reader who may not see small groups; nil for one who may.
    public init(
        school: DfENumber?, year: Int, cohorts: [AssessmentCohort], calendar: AssessmentCalendar,
        national: NationalFigures? = nil, group: GroupSelection = .all,
        measures: [StatutoryMeasure] = StatutoryMeasure.headlines, suppression: Suppression? = nil
    ) {
        var sources = CohortSources(cohorts, suppression: suppression)
        self.init(
            school: school, year: year, calendar: calendar, national: national, group: group, measures: measures,
            isAnonymised: suppression != nil, sources: &sources)
    }

    init(
        school: DfENumber?, year: Int, calendar: AssessmentCalendar, national: NationalFigures?, group: GroupSelection,
        measures: [StatutoryMeasure], isAnonymised: Bool, sources: inout CohortSources
    ) {
        self.init(
            school: school, year: year, calendar: calendar, national: national, group: group, measures: measures,
            isAnonymised: isAnonymised
        ) { measure, year, groups in sources[measure, year]?.figures(measure, groups) }
    }

    /// - Parameter figures: of a measure in a year, one for each of the groups, nil where it is withheld; nil when there is nobody.
    init(
        school: DfENumber?, year: Int, calendar: AssessmentCalendar, national: NationalFigures?, group: GroupSelection,
        measures: [StatutoryMeasure], isAnonymised: Bool,
        figures: (StatutoryMeasure, Int, [GroupSelection]) -> [MeasureFigure?]?
    ) {
        self.school = school
        self.group = group
        self.isAnonymised = isAnonymised
        let years = Self.years(to: year)
        self.years = years
        rows = measures.map { measure in
            var before: MeasureFigure?
            let entries = years.map { year in
                let entry = Self.entry(
                    measure, year, group, before: before, holding: measure.holding(year, calendar),
                    national: national?.figure(measure, group: group, year: year), figures: figures)
                before = entry.figure
                return entry
            }
            return Row(measure: measure, entries: entries)
        }
    }

    private static func entry(
        _ measure: StatutoryMeasure, _ year: Int, _ group: GroupSelection, before: MeasureFigure?,
        holding: AssessmentHolding, national: NationalFigure?,
        figures: (StatutoryMeasure, Int, [GroupSelection]) -> [MeasureFigure?]?
    ) -> Entry {
        if case .notHeld(let reason) = holding {
            return Entry(
                year: year, state: .notHeld(reason: reason), figure: nil, isStatutory: false, note: nil, change: nil,
                disadvantageGap: nil,
                national: nil)
        }
        let figures =
            figures(measure, year, [group] + halves(of: group)) ?? [MeasureFigure(measure, year: year, group: group)]
        let figure = figures[0]
        var gap: FigureDifference?
        if figures.count == 3, let behind = figures[1], let others = figures[2], figure != nil {
            gap = FigureDifference(of: others, over: behind)
        }
        return Entry(
            year: year, state: figure == nil ? .withheld : .shown, figure: figure, isStatutory: holding.isStatutory,
            note: holding.note,
            change: figure.flatMap { now in before.flatMap { FigureDifference(of: now, over: $0) } },
            disadvantageGap: gap, national: national)
    }

    /// A year and the two before, the oldest first.
    static func years(to year: Int) -> [Int] { Array(year - 2...year) }

    /// The disadvantaged pupils of a group and the others; none where the group says so itself or is crossed already.
    static func halves(of group: GroupSelection) -> [GroupSelection] {
        guard group.second == nil, group.first != .disadvantaged, group.first != .notDisadvantaged else { return [] }
        return [.init(group.first, crossedWith: .disadvantaged), .init(group.first, crossedWith: .notDisadvantaged)]
    }
}
