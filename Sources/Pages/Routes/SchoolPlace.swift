public import Assessment

/// A school in a school year: where a page stands, and so where its links lead.
public struct SchoolPlace: Hashable, Sendable {
    public var school: DfENumber
    public var year: SchoolYear

    public init(school: DfENumber, year: SchoolYear) {
        self.school = school
        self.year = year
    }

    /// The route of a page of this school in this year.
    public func route(_ page: SchoolPage) -> Route {
        .school(school, year, page)
    }

    /// Where a pupil's name in a report or analysis leads: to everything that is known of the pupil over time.
    public func link(toPupil id: Int64) -> String { link(.pupilOverTime(id)) }

    /// The address of a page of this school in this year.
    public func link(_ page: SchoolPage) -> String {
        route(page).link
    }
}
