public import Assessment
public import Reports
public import Storage

/// A report over the years of pupils with what a page needs to show beside the figures; only for readers who see names.
public struct JourneyReport<Content: Sendable>: Sendable {
    public let school: School
    public let year: SchoolYear
    public let content: Content
    /// The groups that can be asked for.
    public let groups: [PupilGroup]
    public let cohort: JourneyCohort
    public let stamp: DataStamp

    private let places: [Int64: Int]

    init(
        school: School, year: SchoolYear, content: Content, groups: [PupilGroup], cohort: JourneyCohort,
        stamp: DataStamp
    ) {
        self.school = school
        self.year = year
        self.content = content
        self.groups = groups
        self.cohort = cohort
        self.stamp = stamp
        places = Dictionary(
            zip(cohort.journeys.map(\.pupil.id), cohort.journeys.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The pupil with an id and where they are; nil for one who is not in the cohort.
    public func journey(_ id: Int64) -> PupilJourney? { places[id].map { cohort.journeys[$0] } }
}
