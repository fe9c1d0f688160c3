public import Assessment
public import Storage

extension Tracker {
    /// Opens the entry grid of an assessment for a class.
    ///
    /// - Throws: ``TrackerError/notAllowed(_:role:)`` for readers without names; ``TrackerError/notHeld(_:)``.
    public func grid(
        _ assessment: YearGroupAssessment, school: School, year: SchoolYear, className: String?, as caller: Caller
    ) async throws -> GridSheet {
        try require(.viewPupils, caller, in: school)
        let snapshot = try await snapshot(assessment, school: school, year: year)
        let columns = try snapshot.heldColumns()
        let pupils = snapshot.pupils(ofClass: className)
        let (done, due) = Self.completeness(snapshot, pupils)
        return GridSheet(
            snapshot: snapshot, columns: columns, className: className, pupils: pupils, done: done, due: due,
            canEdit: mayEnter(columns.kind, school: school, year: year, className: className, as: caller))
    }

    /// The state of the data that a page of a school would be made from; for whoever keeps drawn pages.
    public func stamp(of school: School, as caller: Caller) async throws -> DataStamp {
        try require(.viewReports, caller, in: school)
        return try await dataStamp(school: school.id)
    }

    static func completeness(_ snapshot: CohortSnapshot, _ pupils: [Pupil]) -> (done: Int, due: Int) {
        pupils.reduce(into: (done: 0, due: 0)) { sum, pupil in
            guard let count = snapshot.row(pupil.id)?.completeness() else { return }
            sum.done += count.done
            sum.due += count.due
        }
    }

    /// The date that a value carries when none is given: today, or the last day of a school year that is over.
    public func defaultAssessmentDate(_ year: SchoolYear) throws -> CalendarDate {
        guard let today = clock.today() else {
            throw TrackerError.assessmentDate("The clock of this machine is not set.")
        }
        if year.contains(today) { return today }
        if let current = SchoolYear.containing(today), year < current,
            let last = CalendarDate(year: year.endYear, month: 8, day: 31)
        {
            return last
        }
        throw TrackerError.assessmentDate("The school year \(year.label) has not begun. Choose another year.")
    }

    /// Checks a chosen assessment date: within the school year and not in the future.
    public func checkAssessmentDate(_ date: CalendarDate, _ year: SchoolYear) throws(TrackerError) {
        guard year.contains(date) else {
            throw .assessmentDate(
                "The assessment date must be within the school year \(year.label): 1 September \(year.endYear - 1) to 31 August \(year.endYear)."
            )
        }
        if let today = clock.today(), date > today {
            throw .assessmentDate("The assessment date must be today or earlier, not \(date.inWords).")
        }
    }

    /// Enters, changes or clears one value, and works the pupil's row out anew.
    ///
    /// Durable when it returns. One write transaction; concurrent ones share a commit.
    ///
    /// - Throws: ``TrackerError/entry(_:)`` when the value can't be taken, ``CellConflict`` when somebody was first,
    ///   ``TrackerError`` for the rest. Nothing is stored then.
    public func enter(_ entry: CellEntry, school: School, source: ResultSource, as caller: Caller) async throws
        -> EnteredCell
    {
        let right = try entryRight(entry.assessment, year: entry.year, school: school, as: caller)
        let rules = try await rowRules(entry.assessment, school: school, year: entry.year, right: right)
        let date = try entry.date ?? defaultAssessmentDate(entry.year)
        try checkAssessmentDate(date, entry.year)
        let stamp = stamp(caller, in: school, source: source)
        let (cohorts, summatives, columns) = (entryCohorts, summatives, columnsCache)
        let saved = try await database.write { session in
            try CellSave(
                entry: entry, rules: rules.current(session, summatives, columns), date: date, stamp: stamp
            ).run(cohorts, session)
        }
        return EnteredCell(
            pupil: saved.pupil, value: saved.value, revision: saved.new.revision, row: saved.row,
            stored: saved.stored, done: saved.done, due: saved.due)
    }

    /// What rows of an assessment and year are made with; made sure of in the transaction that uses it
    /// (``RowRules/current(_:_:_:)``).
    func rowRules(_ kind: AssessmentKind, school: School, year: SchoolYear, right: EntryRight) async throws -> RowRules
    {
        try RowRules(
            kind, school: school, year: year, tables: await currentTables(), right: right, cache: columnsCache,
            summative: kind == .summative ? summatives.latest(school: school.id) : .standard)
    }

    /// The tables in use, read again only after something of the installation changed.
    func currentTables() async throws -> ConversionTables {
        let installation = try await dataStamp(school: 0).installation
        if let kept = tableCache.tables(installation: installation) { return kept }
        let tables = try await tables()
        tableCache.keep(tables, installation: installation)
        return tables
    }

    /// The pupil with a UPN (current or former) or a number.
    static func pupil(_ key: String, school: School, _ session: any SQLSession) throws -> Pupil {
        let store = PupilStore(session)
        if let upn = try? UPN(key) {
            if let found = try store.find(school: school.id, upn: upn) { return found.pupil }
            let former = try store.find(school: school.id, formerUPN: upn)
            if former.count == 1 { return former[0].pupil }
        } else if let id = Int64(key), let found = try store.find(school: school.id, id: id) {
            return found.pupil
        }
        throw TrackerError.unknownPupil(key)
    }
}
