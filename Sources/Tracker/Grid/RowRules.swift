import Assessment
import Storage

/// What the rows of one assessment and year are made with, for pupils of any of its year groups; for use inside a transaction.
struct RowRules: Sendable {
    let school: School
    let kind: AssessmentKind
    let year: SchoolYear
    let tables: ConversionTables
    /// Whose results may be entered.
    let right: EntryRight
    private let summative: SchoolSummative
    private let columns: [YearGroup: Result<any AssessmentColumns, AssessmentNotHeld>]

    /// - Parameter summative: how the school judges; statutory assessments do not look at it.
    /// - Throws: ``TrackerError/notHeld(_:)`` when no year group takes the assessment in the year.
    init(
        _ kind: AssessmentKind, school: School, year: SchoolYear, tables: ConversionTables, right: EntryRight,
        cache: ColumnsCache, summative: SchoolSummative
    ) throws(TrackerError) {
        self.kind = kind
        self.school = school
        self.year = year
        self.tables = tables
        self.right = right
        self.summative = summative
        columns = Dictionary(
            uniqueKeysWithValues: kind.yearGroups.map { group in
                let assessment = YearGroupAssessment(kind, group)
                do throws(AssessmentNotHeld) {
                    return (group, .success(try cache.columns(assessment, year: year, summative: summative)))
                } catch {
                    return (group, .failure(error))
                }
            })
        if !columns.values.contains(where: { (try? $0.get()) != nil }) { _ = try self.columns(of: kind.yearGroup) }
    }

    /// The same with the school's settings as a transaction sees them, which may have changed since the rules were made: of
    /// judgements one read by key, of statutory assessments nothing.
    func current(_ session: any SQLSession, _ summatives: SummativeCache, _ cache: ColumnsCache) throws -> RowRules {
        guard kind == .summative else { return self }
        let now = try summatives.current(session, school: school.id)
        if now === summative { return self }
        return try RowRules(
            kind, school: school, year: year, tables: tables, right: right, cache: cache, summative: now)
    }

    /// A stored value as people see it: a judgement in the school's words, anything else as it is.
    func shown(_ value: String?, in column: ColumnID) -> String? {
        summative.shown(value, in: column, of: kind, year)
    }

    /// The same of a value with where it came from.
    func shown(_ stored: StoredValue, in column: ColumnID) -> StoredValue {
        var shown = stored
        shown.value = self.shown(stored.value, in: column)
        return shown
    }

    /// The columns of a year group.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)`` for a year group that has none in the year.
    func columns(of yearGroup: YearGroup) throws(TrackerError) -> any AssessmentColumns {
        switch columns[yearGroup] {
        case .success(let columns): return columns
        case .failure(let why): throw .notHeld(why)
        case nil: throw .unknownAssessment(kind.rawValue)
        }
    }

    /// The pupil's place in the year, if it is in a year group that takes the assessment and the caller may enter there.
    func place(of pupil: Pupil, _ session: any SQLSession) throws -> CohortPlace {
        try checked(try CohortStore(session).place(school: school.id, year: year, pupil: pupil.id), of: pupil)
    }

    /// A pupil's place in the year, if the year group takes the assessment and the caller may enter the pupil's results.
    func checked(_ place: CohortPlace?, of pupil: Pupil) throws(TrackerError) -> CohortPlace {
        guard let place, kind.yearGroups.contains(place.yearGroup) else {
            throw TrackerError.pupilNotInCohort(pupil.displayName, year, kind.yearGroups)
        }
        guard right.covers(place.className) else {
            throw TrackerError.notOwnClass(pupil.displayName, className: place.className, right: right)
        }
        return place
    }

    /// Whether a year group takes the assessment, and it is held in the year.
    func isHeld(for yearGroup: YearGroup) -> Bool {
        if case .success = columns[yearGroup] { true } else { false }
    }

    /// The year of which the rows of a year group show results beside their own.
    func earlierYear(for yearGroup: YearGroup) -> SchoolYear? {
        SnapshotReader.earlierYear(YearGroupAssessment(kind, yearGroup), year)
    }

    /// What a row shows of the year before.
    func earlier(_ place: CohortPlace, _ session: any SQLSession) throws -> Facts {
        guard let before = earlierYear(for: place.yearGroup) else { return [:] }
        return try ResultStore(session).values(
            school: school.id, year: before, assessment: kind, pupil: place.pupilID
        ).compactMapValues(\.value)
    }

    /// A pupil's row.
    func row(_ facts: Facts, earlier: Facts, yearGroup: YearGroup) throws(TrackerError) -> any AssessmentRow {
        try columns(of: yearGroup).row(facts, earlier: earlier, tables: tables)
    }
}
