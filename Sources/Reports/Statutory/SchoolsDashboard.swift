public import Assessment

/// Measures of the statutory assessments over three years for many schools, each for itself, and their total from the sums of counts.
///
/// Grows by one school at a time and keeps no pupils, so that a country's schools fit into memory. For readers who may see every
/// figure of every school.
public struct SchoolsDashboard: Sendable {
    /// One school's figures.
    public struct School: Sendable {
        public let number: DfENumber
        public let name: String
        public let dashboard: StatutoryDashboard
    }

    private struct Place: Hashable {
        let measure: String
        let year: Int
        let group: GroupSelection
    }

    public let name: StatutoryReportName
    /// In the order in which they were added.
    public private(set) var schools: [School] = []

    private let year: Int
    private let group: GroupSelection
    private let measures: [StatutoryMeasure]
    private let calendar: AssessmentCalendar
    private let national: NationalFigures?
    private var sums: [Place: MeasureFigure] = [:]

    /// - Parameters:
    ///   - name: the headlines of all assessments, or the measures of one.
    ///   - year: the calendar year in which the last of the three school years ends.
    public init(
        _ name: StatutoryReportName, year: Int, calendar: AssessmentCalendar, national: NationalFigures?,
        group: GroupSelection = .all
    ) {
        self.name = name
        self.year = year
        self.group = group
        self.calendar = calendar
        self.national = national
        measures = name.kind.map { MeasureSection.sections(of: $0).flatMap(\.measures) } ?? StatutoryMeasure.headlines
    }

    /// Adds a school.
    ///
    /// - Parameter cohorts: of the assessments and the three years; others are not looked at.
    public mutating func append(_ number: DfENumber, name: String, cohorts: [AssessmentCohort]) {
        var sources = CohortSources(cohorts, suppression: nil)
        let groups = [group] + StatutoryDashboard.halves(of: group)
        for measure in measures {
            for year in StatutoryDashboard.years(to: year) {
                for case let figure? in sources[measure, year]?.figures(measure, groups) ?? [] {
                    sums[Place(measure: measure.id, year: year, group: figure.group), default: figure.nothing]
                        .add(figure)
                }
            }
        }
        schools.append(
            School(
                number: number, name: name,
                dashboard: StatutoryDashboard(
                    school: number, year: year, calendar: calendar, national: national, group: group,
                    measures: measures, isAnonymised: false, sources: &sources)))
    }

    /// All schools as if they were one: counts are added, and shares, changes and gaps follow from the sums.
    public var total: StatutoryDashboard {
        StatutoryDashboard(
            school: nil, year: year, calendar: calendar, national: national, group: group, measures: measures,
            isAnonymised: false
        ) { measure, year, groups in
            groups.map {
                sums[Place(measure: measure.id, year: year, group: $0)] ?? MeasureFigure(measure, year: year, group: $0)
            }
        }
    }
}
