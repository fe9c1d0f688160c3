public import Assessment

/// Who is put into a group: pupils of whom everything that is asked holds.
public struct GroupRule: Sendable, Hashable {
    /// Empty for every year group.
    public var yearGroups: Set<YearGroup>
    /// Empty for every class.
    public var classes: Set<String>
    /// Groups that the pupil must be in, all of them.
    public var groups: [PupilGroup]

    public init(yearGroups: Set<YearGroup> = [], classes: Set<String> = [], groups: [PupilGroup] = []) {
        self.yearGroups = yearGroups
        self.classes = classes
        self.groups = groups
    }

    /// Whether a pupil fits, by the place of the year. Of whom a fact is not recorded, it does not hold.
    public func fits(_ pupil: Pupil, _ place: CohortPlace) -> Bool {
        (yearGroups.isEmpty || yearGroups.contains(place.yearGroup))
            && (classes.isEmpty || place.className.map(classes.contains) ?? false)
            && groups.allSatisfy { $0.contains(pupil, place) }
    }
}
