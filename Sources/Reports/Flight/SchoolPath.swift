import Assessment

/// In which year group a pupil was in each school year: by the places that are recorded, counted on from the nearest one in other years.
struct SchoolPath {
    private struct Anchor {
        let year: SchoolYear
        let age: Int
    }

    private static let ages = YearGroup.reception.ageAtStart...YearGroup.year6.ageAtStart

    private let places: [CohortPlace]
    private let anchors: [Anchor]

    /// - Parameters:
    ///   - dateOfBirth: goes before the assessments where no place is recorded, because a pupil may have been taught with an older age group
    ///     for a year only.
    ///   - rows: tell the year group of their assessment where nothing else is known.
    init(places: [CohortPlace], dateOfBirth: CalendarDate?, rows: [(year: SchoolYear, row: any AssessmentRow)]) {
        self.places = places
        var anchors = places.map { Anchor(year: $0.year, age: $0.yearGroup.ageAtStart) }
        if anchors.isEmpty, let year = dateOfBirth.flatMap({ YearGroup.reception.schoolYear(bornOn: $0) }) {
            anchors = [Anchor(year: year, age: YearGroup.reception.ageAtStart)]
        }
        if anchors.isEmpty {
            anchors = rows.map { Anchor(year: $0.year, age: $0.row.columns.yearGroup.ageAtStart) }
        }
        self.anchors = anchors
    }

    /// The years of Reception to Year 6, oldest first, and those in which something is recorded.
    func years(with recorded: Set<SchoolYear>) -> [(year: SchoolYear, yearGroup: YearGroup, className: String?)] {
        let span = Self.ages.count
        let near = anchors.flatMap { anchor in (-span...span).compactMap { anchor.year.advanced(by: $0) } }
        return Set(near).union(recorded).sorted().compactMap { year in
            guard let group = yearGroup(in: year), Self.ages.contains(group.ageAtStart) || recorded.contains(year)
            else {
                return nil
            }
            return (year, group, places.first { $0.year == year }?.className)
        }
    }

    private func yearGroup(in year: SchoolYear) -> YearGroup? {
        func distance(_ anchor: Anchor) -> Int { abs(anchor.year.endYear - year.endYear) }
        guard let anchor = anchors.min(by: { distance($0) < distance($1) }) else { return nil }
        let age = anchor.age + year.endYear - anchor.year.endYear
        return YearGroup(ageAtStart: age)
    }
}
