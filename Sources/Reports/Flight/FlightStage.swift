public import Assessment

/// One school year on a pupil's way, from Reception to Year 6.
public struct FlightStage: Sendable, Hashable, Identifiable {
    /// One subject of the year: what was judged in its terms and what the statutory assessments say.
    public struct Line: Sendable, Hashable {
        /// nil for the Early Years Foundation Stage Profile as a whole.
        public let subject: Subject?
        /// Six, from Autumn 1 to Summer 2; nil where nothing was judged.
        public let judgements: [FlightResult?]
        public let statutory: [FlightResult]

        /// `Reading`, `All areas of learning`.
        public var title: String { PupilFlight.title(of: subject) }
    }

    public let year: SchoolYear
    /// Where the pupil was, or would be by age.
    public let yearGroup: YearGroup
    /// nil where no class is recorded.
    public let className: String?
    public let lines: [Line]
    /// What a reader should know of the year, a sentence each: an assessment that was not held.
    public let notes: [String]

    public var id: Int { year.endYear }

    /// `Year 5, 2024/25`.
    public var title: String { "\(yearGroup.title), \(year.label)" }
}
