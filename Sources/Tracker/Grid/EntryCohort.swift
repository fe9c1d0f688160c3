import Assessment
import Storage

/// What saving a cell of an assessment needs to know of a school and year: who is where, what is stored, how much is in.
struct EntryCohort: Sendable {
    /// Of everybody who has a place in the year, by pupil.
    let places: [Int64: CohortPlace]
    /// By pupil, cleared cells included.
    private(set) var stored: [Int64: [ColumnID: StoredValue]]
    /// The values of ``stored``, as rows take them.
    private var facts: [Int64: Facts]
    /// What rows show of the year before, by pupil.
    private let earlier: [Int64: Facts]
    /// Of the pupils whose year group takes the assessment. How much is in does not depend on conversion tables.
    private var counts: [Int64: (done: Int, due: Int)] = [:]
    /// Those who were asked for by their current UPN.
    private var pupils: [String: Pupil] = [:]

    /// Reads the cohort.
    init(_ rules: RowRules, _ session: any SQLSession) throws {
        let school = rules.school.id
        places = Dictionary(
            uniqueKeysWithValues: try CohortStore(session).places(school: school, year: rules.year).map {
                ($0.pupilID, $0)
            })
        stored = try ResultStore(session).values(school: school, year: rules.year, assessment: rules.kind)
        facts = stored.mapValues { $0.compactMapValues(\.value) }
        earlier =
            try rules.kind.yearGroups.compactMap(rules.earlierYear).first.map {
                try ResultStore(session).facts(school: school, year: $0, assessment: rules.kind)
            } ?? [:]
        for place in places.values where rules.isHeld(for: place.yearGroup) {
            counts[place.pupilID] = try row(place, rules).completeness()
        }
    }

    /// The row of the pupil at a place.
    func row(_ place: CohortPlace, _ rules: RowRules) throws(TrackerError) -> any AssessmentRow {
        let before = rules.earlierYear(for: place.yearGroup) == nil ? nil : earlier[place.pupilID]
        return try rules.row(facts[place.pupilID] ?? [:], earlier: before ?? [:], yearGroup: place.yearGroup)
    }

    /// The pupil with a UPN or number, read when asked for the first time.
    mutating func pupil(_ key: String, school: School, _ session: any SQLSession) throws -> Pupil {
        if let known = pupils[key] { return known }
        let pupil = try Tracker.pupil(key, school: school, session)
        if pupil.upn?.text == key { pupils[key] = pupil }
        return pupil
    }

    /// Puts in what was stored in one cell, and how much of the pupil's results is in with it.
    mutating func set(_ column: ColumnID, of pupil: Int64, to value: StoredValue, count: (done: Int, due: Int)) {
        stored[pupil, default: [:]][column] = value
        facts[pupil, default: [:]][column] = value.value
        counts[pupil] = count
    }

    /// How much is in and due of a year group, or of a class in it.
    func count(of yearGroup: YearGroup, className: String?) -> (done: Int, due: Int) {
        var sum = (done: 0, due: 0)
        for (pupil, count) in counts {
            guard let place = places[pupil], place.yearGroup == yearGroup,
                className == nil || place.className == className
            else { continue }
            sum.done += count.done
            sum.due += count.due
        }
        return sum
    }
}
