public import Assessment

/// The pupils of one or more year groups in one school year with everything that is known of them: the raw material of
/// progress, conversion matrix and expectations.
public struct JourneyCohort: Sendable {
    /// The calendar year in which the school year ends.
    public let year: Int
    /// In the order in which lists show them.
    public let journeys: [PupilJourney]
    public let settings: SummativeSettings

    public init(year: Int, journeys: [PupilJourney], settings: SummativeSettings = .standard) {
        self.year = year
        self.journeys = journeys
        self.settings = settings
    }

    /// The groups that a menu offers: the standard ones, then the classes and own groups of these pupils by name.
    public var groups: [PupilGroup] {
        let classes = Set(journeys.compactMap(\.place.className)).sorted()
        let own = Set(journeys.flatMap(\.pupil.groups)).sorted()
        return PupilGroup.standard + classes.map { .schoolClass($0) } + own.map { .own($0) }
    }

    /// The pupils of a group, in order.
    public func pupils(in group: GroupSelection) -> [PupilJourney] {
        guard group != .all else { return journeys }
        return journeys.filter { journey in
            group.groups.allSatisfy { $0.contains(journey.pupil, journey.place) }
        }
    }

    /// The year group of all these pupils; nil when they are of several.
    public var yearGroup: YearGroup? {
        guard let first = journeys.first?.place.yearGroup else { return nil }
        return journeys.allSatisfy { $0.place.yearGroup == first } ? first : nil
    }
}
