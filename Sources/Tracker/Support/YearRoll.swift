import Assessment

/// Who was where in one school year, as of one state of the data; shared by the cohorts of that year.
final class YearRoll: Sendable {
    /// Everybody who has a place in the year, by id.
    let pupils: [Int64: Pupil]
    let places: [Int64: CohortPlace]

    /// - Parameter all: the pupils of the school, by id.
    init(places: [CohortPlace], all: [Int64: Pupil]) {
        self.places = Dictionary(places.map { ($0.pupilID, $0) }, uniquingKeysWith: { first, _ in first })
        pupils = all.filter { [places = self.places] in places[$0.key] != nil }
    }

    /// The pupils of a year group in the order of a register.
    func cohort(_ yearGroup: YearGroup) -> [Pupil] {
        pupils.values.filter { places[$0.id]?.yearGroup == yearGroup }
            .map { (key: Tracker.sortKey($0), pupil: $0) }
            .sorted { $0.key < $1.key }
            .map(\.pupil)
    }
}
