import Assessment
import Storage

/// Puts the results of several cohorts of one school and year together, pupil by pupil.
struct YearResultsMaker {
    private(set) var results = YearResults()
    private var places: [Int64: Int] = [:]

    /// Adds a cohort with the values of its pupils.
    mutating func add(_ cohort: CohortSnapshot) {
        guard let columns = cohort.columns else { return }
        let kind = columns.kind
        if let known = results.columns.firstIndex(where: { $0.kind == kind }) {
            let new = columns.all.filter { column in !results.columns[known].columns.contains { $0.id == column.id } }
            results.columns[known] = .init(kind: kind, columns: results.columns[known].columns + new)
        } else {
            results.columns.append(.init(kind: kind, columns: columns.all))
        }
        for pupil in cohort.cohort { add(pupil, cohort) }
    }

    private mutating func add(_ pupil: Pupil, _ cohort: CohortSnapshot) {
        let place: Int
        if let known = places[pupil.id] {
            place = known
        } else {
            place = results.pupils.count
            places[pupil.id] = place
            results.pupils.append(PupilResults(pupil: pupil, place: cohort.places[pupil.id], values: [:]))
        }
        guard let values = cohort.row(pupil.id)?.values(), !values.isEmpty else { return }
        results.pupils[place].values[cohort.assessment.kind, default: [:]].merge(values) { _, new in new }
    }

    /// Pupils with values of an assessment in whose cohort they are not: reached elsewhere.
    func elsewhere(_ cohorts: [CohortSnapshot]) -> Set<Int64> { Set(cohorts.flatMap(strangers)) }

    /// Adds those pupils.
    mutating func add(_ pupils: [Pupil], _ cohorts: [CohortSnapshot]) {
        for cohort in cohorts {
            let strangers = Set(strangers(cohort))
            for pupil in pupils where strangers.contains(pupil.id) { add(pupil, cohort) }
        }
    }

    private func strangers(_ cohort: CohortSnapshot) -> [Int64] {
        guard let columns = cohort.columns else { return [] }
        let stored = Set(columns.stored.map(\.id))
        let members = Set(cohort.cohort.map(\.id))
        return cohort.values.compactMap { id, values in
            let isThere = values.contains { stored.contains($0.key) && $0.value.value != nil }
            return isThere && !members.contains(id) ? id : nil
        }
    }
}
