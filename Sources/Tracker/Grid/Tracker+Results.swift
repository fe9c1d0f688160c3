public import Assessment
public import Storage

extension Tracker {
    /// All current values of a school and year, derived ones included.
    ///
    /// - Parameters:
    ///   - kind: one assessment; nil for all statutory ones that were held.
    ///   - day: as they stood at the end of that day; nil for now.
    /// - Throws: ``TrackerError/notHeld(_:)`` for one assessment that was not held.
    public func results(
        _ kind: AssessmentKind? = nil, school: School, year: SchoolYear, on day: CalendarDate? = nil, as caller: Caller
    ) async throws -> YearResults {
        try require(.viewPupils, caller, in: school)
        let wanted =
            kind.map { kind in kind.yearGroups.map { YearGroupAssessment(kind, $0) } } ?? YearGroupAssessment.all
        var cohorts = try await snapshots(wanted.map { ($0, year) }, school: school)
        if let day {
            for index in cohorts.indices { cohorts[index] = try await snapshot(cohorts[index], on: day) }
        }
        let held = cohorts.filter { $0.columns != nil }
        if held.isEmpty, let first = cohorts.first { _ = try first.heldColumns() }
        var all = YearResultsMaker()
        for cohort in held { all.add(cohort) }
        let elsewhere = all.elsewhere(held)
        var others: [Pupil] = []
        if !elsewhere.isEmpty {
            others = try await database.read { session in
                try elsewhere.compactMap { try PupilStore(session).find(school: school.id, id: $0)?.pupil }
            }.sorted { Self.sortKey($0) < Self.sortKey($1) }
        }
        all.add(others, held)
        return all.results
    }

    /// Everything that is stored of one pupil: assessment by assessment, newest year first.
    public func results(of pupil: Int64, school: School, as caller: Caller) async throws
        -> [(assessment: YearGroupAssessment, year: SchoolYear, row: any AssessmentRow)]
    {
        try require(.viewPupils, caller, in: school)
        let tables = try await currentTables()
        let summatives = summatives
        let (values, places, summative) = try await database.read { session in
            try (
                ResultStore(session).values(school: school.id, pupil: pupil),
                CohortStore(session).places(school: school.id, pupil: pupil),
                summatives.current(session, school: school.id)
            )
        }
        var facts: [AssessmentKind: [SchoolYear: Facts]] = [:]
        for (cell, value) in values {
            if let text = value.value {
                facts[cell.assessment, default: [:]][cell.year, default: [:]][cell.column] = text
            }
        }
        // A year's judgements are of the year group in which the pupil was.
        let judged = AssessmentKind.summative.yearGroups.map { YearGroupAssessment(.summative, $0) }
        return (YearGroupAssessment.all.reversed() + judged.reversed()).flatMap { assessment in
            var years = facts[assessment.kind] ?? [:]
            if assessment.kind == .summative {
                years = years.filter { year, _ in
                    (places.first { $0.year == year }?.yearGroup ?? assessment.kind.yearGroup) == assessment.yearGroup
                }
            }
            return years.keys.sorted(by: >).compactMap {
                year -> (YearGroupAssessment, SchoolYear, any AssessmentRow)? in
                guard
                    let columns = try? columnsCache.columns(assessment, year: year, summative: summative),
                    let stored = years[year],
                    // A subject that has been switched off has no column, and keeps its judgements.
                    assessment.kind == .summative || columns.stored.contains(where: { stored[$0.id] != nil })
                else { return nil }
                let earlier = SnapshotReader.earlierYear(assessment, year).flatMap { years[$0] } ?? [:]
                return (assessment, year, columns.row(stored, earlier: earlier, tables: tables))
            }
        }
    }
}
