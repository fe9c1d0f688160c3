public import Assessment
import Foundation
public import Storage

extension Tracker {
    /// The grid as it stood at the end of a day in London: the stored values of that day, in today's classes, with
    /// totals and scores by today's tables. Nobody can enter anything in it.
    ///
    /// - Throws: ``TrackerError/assessmentDate(_:)`` for a day in the future.
    public func grid(
        _ assessment: YearGroupAssessment, school: School, year: SchoolYear, className: String?, on day: CalendarDate,
        as caller: Caller
    ) async throws -> GridSheet {
        let now = try await grid(assessment, school: school, year: year, className: className, as: caller)
        let snapshot = try await snapshot(now.snapshot, on: day)
        let pupils = snapshot.pupils(ofClass: className)
        let (done, due) = Self.completeness(snapshot, pupils)
        return GridSheet(
            snapshot: snapshot, columns: now.columns, className: className, pupils: pupils, done: done, due: due,
            canEdit: false)
    }

    /// A day as typed.
    ///
    /// - Throws: ``TrackerError/assessmentDate(_:)`` for what is no date, and for a day in the future.
    public func pastDay(_ text: String) throws(TrackerError) -> CalendarDate {
        guard let day = CalendarDate(iso: trimBlanks(text)) else {
            throw .assessmentDate("“\(text.prefix(40))” is not a date. Enter it like 2026-06-01.")
        }
        try checkPast(day)
        return day
    }

    private func checkPast(_ day: CalendarDate) throws(TrackerError) {
        guard let today = clock.today(), day <= today else {
            throw .assessmentDate("The date must be today or earlier, not \(day.inWords).")
        }
    }

    /// The same school and year with the values that stood at the end of a day.
    func snapshot(_ now: CohortSnapshot, on day: CalendarDate) async throws -> CohortSnapshot {
        try checkPast(day)
        guard let end = clock.end(of: day) else {
            throw TrackerError.assessmentDate("“\(day)” can’t be looked up. Enter another date.")
        }
        let (school, year, assessment) = (now.school, now.year, now.assessment)
        let (values, earlier) = try await database.read { session in
            let ledger = LedgerStore(session)
            let at = TimestampText.text(end)
            let before = SnapshotReader.earlierYear(assessment, year)
            return (
                try ledger.values(school: school.id, year: year, assessment: assessment.kind, asAt: at),
                try before.map { try ledger.values(school: school.id, year: $0, assessment: assessment.kind, asAt: at) }
                    ?? [:]
            )
        }
        return CohortSnapshot(
            stamp: now.stamp, basis: now.basis, school: school, year: year, assessment: assessment, roll: now.roll,
            values: values,
            earlier: earlier.mapValues { $0.compactMapValues(\.value) }, tables: now.tables, held: now.held,
            cohort: now.cohort)
    }
}
