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

    /// The pupil with an id and where they are; nil for one who is not in the cohort.
    public func journey(_ id: Int64) -> PupilJourney? { cohort.journeys.first { $0.pupil.id == id } }
}
