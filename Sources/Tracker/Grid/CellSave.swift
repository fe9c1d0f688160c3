import Assessment
import Storage

/// Enters one cell inside a write transaction.
struct CellSave: Sendable {
    let entry: CellEntry
    let rules: RowRules
    let date: CalendarDate
    let stamp: ChangeStamp

    struct Outcome: Sendable {
        let pupil: Pupil
        let new: StoredValue
        /// The new value as people see it.
        let value: String?
        let stored: [ColumnID: StoredValue]
        let row: any AssessmentRow
        /// Of the class or year group asked about.
        let done: Int
        let due: Int
    }

    func run(_ cohorts: EntryCohorts, _ session: any SQLSession) throws -> Outcome {
        let key = EntryCohorts.Key(school: rules.school.id, year: rules.year, assessment: rules.kind)
        return try cohorts.withCohort(key, session) {
            try EntryCohort(rules, session)
        } save: { cohort in
            try save(&cohort, session)
        }
    }

    private func save(_ cohort: inout EntryCohort, _ session: any SQLSession) throws -> (Outcome, isChange: Bool) {
        let pupil = try cohort.pupil(entry.pupil, school: rules.school, session)
        let place = try rules.checked(cohort.places[pupil.id], of: pupil)
        let row = try cohort.row(place, rules)
        let known = cohort.stored[pupil.id]?[entry.column]
        if let expected = entry.revision, let known, expected != known.revision {
            throw CellConflict(
                current: rules.shown(known, in: entry.column), cells: row.cells(),
                stored: cohort.stored[pupil.id] ?? [:])
        }
        let value: String?
        do throws(EntryProblem) {
            value = try row.check(entry.text, in: entry.column, source: .hand)
        } catch {
            throw TrackerError.entry(error)
        }
        let cell = CellKey(year: entry.year, assessment: entry.assessment, pupilID: pupil.id, column: entry.column)
        let new = try ResultStore(session).putKnown(
            ResultChange(cell: cell, value: value, assessedOn: date, known: known), school: rules.school.id,
            expectedRevision: entry.revision, by: stamp)
        let changed = row.setting(entry.column, to: value)
        let isChange = new.revision != known?.revision ?? 0
        if isChange { cohort.set(entry.column, of: pupil.id, to: new, count: changed.completeness()) }
        let className: String? =
            switch entry.progress {
            case .pupilsClass: place.className
            case .group(let name): name
            }
        let (done, due) = cohort.count(of: place.yearGroup, className: className)
        let outcome = Outcome(
            pupil: pupil, new: new, value: rules.shown(new.value, in: entry.column),
            stored: cohort.stored[pupil.id] ?? [:], row: changed, done: done, due: due)
        return (outcome, isChange)
    }
}
