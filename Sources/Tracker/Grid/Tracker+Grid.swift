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
            canEdit: isAllowed(.enterResults, caller, in: school))
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
        try require(.enterResults, caller, in: school)
        let rules = try await rowRules(entry.assessment, school: school, year: entry.year)
        let date = try entry.date ?? defaultAssessmentDate(entry.year)
        try checkAssessmentDate(date, entry.year)
        let stamp = stamp(caller, in: school, source: source)
        let completeness = completeness
        let reference = reference
        let save = { @Sendable (session: any SQLSession) throws -> Saved in
            let pupil = try Self.pupil(entry.pupil, school: school, session)
            let place = try rules.place(of: pupil, session)
            let assessment = YearGroupAssessment(entry.assessment, place.yearGroup)
            var stored = try ResultStore(session).values(
                school: school.id, year: entry.year, assessment: entry.assessment, pupil: pupil.id)
            let row = try rules.row(
                stored.compactMapValues(\.value), earlier: try rules.earlier(place, session),
                yearGroup: place.yearGroup)
            if let expected = entry.revision, expected != stored[entry.column]?.revision ?? 0,
                let current = stored[entry.column]
            {
                throw CellConflict(current: current, cells: row.cells(), stored: stored)
            }
            let value: String?
            do throws(EntryProblem) {
                value = try row.check(entry.text, in: entry.column, source: .hand)
            } catch {
                throw TrackerError.entry(error)
            }
            let cell = CellKey(
                year: entry.year, assessment: entry.assessment, pupilID: pupil.id, column: entry.column)
            let new = try ResultStore(session).put(
                ResultChange(cell: cell, value: value, assessedOn: date), school: school.id,
                expectedRevision: entry.revision, by: stamp)
            let changed = row.setting(entry.column, to: value)
            let className: String? =
                switch entry.progress {
                case .pupilsClass: place.className
                case .group(let name): name
                }
            let sum = try completeness.sum(
                .init(school: school.id, year: entry.year, assessment: assessment),
                isChange: new.revision != stored[entry.column]?.revision, pupil: pupil.id,
                count: changed.completeness(), className: className, session
            ) { version in
                try SnapshotReader(
                    session, school: school, reference: reference, stamp: DataStamp(school: version, installation: 0)
                ).snapshot(assessment, entry.year)
            }
            stored[entry.column] = new
            return Saved(pupil: pupil, new: new, stored: stored, row: changed, done: sum.done, due: sum.due)
        }
        let saved: Saved
        do {
            saved = try await database.write(save)
        } catch {
            // What was counted ahead of a commit that did not come is wrong; a refused value was not counted.
            if !(error is TrackerError || error is CellConflict) { completeness.forget(school: school.id) }
            throw error
        }
        return EnteredCell(
            pupil: saved.pupil, value: saved.new.value, revision: saved.new.revision, cells: saved.row.cells(),
            stored: saved.stored, offers: saved.row.offers(), done: saved.done, due: saved.due)
    }

    private struct Saved: Sendable {
        let pupil: Pupil
        let new: StoredValue
        let stored: [ColumnID: StoredValue]
        let row: any AssessmentRow
        /// Of the class or year group asked about.
        let done: Int
        let due: Int
    }

    /// What rows of an assessment and year are made with now.
    func rowRules(_ kind: AssessmentKind, school: School, year: SchoolYear) async throws -> RowRules {
        try RowRules(
            kind, school: school, year: year, tables: await currentTables(), reference: reference, cache: columnsCache)
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
