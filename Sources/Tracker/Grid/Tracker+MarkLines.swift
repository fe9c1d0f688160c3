public import Assessment
public import Storage

extension Tracker {
    /// Enters many values of any assessments by the rules of the grid, in one transaction.
    ///
    /// Every line that can't be taken is reported; then nothing is stored, unless `skipInvalid`.
    /// Lines of one pupil are taken in their order, so that a lock of an earlier line holds for a later one.
    public func enter(
        _ lines: [MarkLine], school: School, year: SchoolYear, skipInvalid: Bool, source: ResultSource,
        as caller: Caller
    ) async throws -> MarkLinesOutcome {
        // Lines of one file can be of any assessment, so each is judged by its own.
        if !isAllowed(.enterJudgements, caller, in: school) { try require(.enterResults, caller, in: school) }
        let date = try defaultAssessmentDate(year)
        let stamp = stamp(caller, in: school, source: source)
        let tables = try await currentTables()
        return try await database.write { [self] session in
            var entry = MarkLineEntry(
                tracker: self, school: school, year: year, tables: tables, defaultDate: date, caller: caller,
                session: session)
            return try entry.run(lines, skipInvalid: skipInvalid, by: stamp)
        }
    }
}
