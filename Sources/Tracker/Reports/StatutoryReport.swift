public import Assessment
public import Reports
public import Storage

/// A report over the statutory assessments of one school, with what a page needs to show beside the figures.
public struct StatutoryReport<Content: StatutoryContent>: Sendable {
    public let school: School
    public let request: StatutoryRequest
    public let content: Content
    /// The groups that can be asked for.
    public let groups: [PupilGroup]
    /// Whether the reader sees no names and no small groups.
    public let isAnonymised: Bool
    public let stamp: DataStamp
    /// Nothing for an anonymised reader.
    let cohorts: [AssessmentCohort]

    /// Whether there is nobody in any of the three years.
    public let isEmpty: Bool

    /// The pupils behind a measure of the request's group; nil for an anonymised reader.
    ///
    /// - Parameter year: the calendar year in which the school year of the figure ends.
    public func pupils(behind measure: StatutoryMeasure, year: Int) -> [BehindPupil]? {
        isAnonymised ? nil : BehindPupil.list(measure, year: year, group: request.group, cohorts)
    }
}
