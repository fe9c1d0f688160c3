import Assessment
import Storage

/// Enters the lines of a marks file inside a write transaction.
struct MarkLineEntry {
    let tracker: Tracker
    let school: School
    let year: SchoolYear
    let tables: ConversionTables
    let defaultDate: CalendarDate
    let caller: Caller
    let session: any SQLSession

    private var rules: [AssessmentKind: Result<RowRules, TrackerError>] = [:]
    private var stored: [AssessmentKind: [Int64: [ColumnID: StoredValue]]] = [:]
    private var members: [Member.Key: Member] = [:]
    private var pupils: [String: Result<Pupil, TrackerError>] = [:]
    /// What the lines have said so far, and in which line first.
    private var said: [CellKey: (line: Int, value: String?)] = [:]

    private struct Member {
        struct Key: Hashable {
            let kind: AssessmentKind
            let pupil: Int64
        }

        let place: CohortPlace
        let earlier: Facts
        var facts: Facts
    }

    init(
        tracker: Tracker, school: School, year: SchoolYear, tables: ConversionTables, defaultDate: CalendarDate,
        caller: Caller, session: any SQLSession
    ) {
        self.tracker = tracker
        self.school = school
        self.year = year
        self.tables = tables
        self.defaultDate = defaultDate
        self.caller = caller
        self.session = session
    }

    mutating func run(_ lines: [MarkLine], skipInvalid: Bool, by stamp: ChangeStamp) throws -> MarkLinesOutcome {
        var changes: [CellKey: ResultChange] = [:]
        var problems: [MarkLinesOutcome.Problem] = []
        var same = 0
        for line in lines {
            if let problem = line.problem {
                problems.append(.init(line: line.line, message: problem))
                continue
            }
            do {
                let (cell, value, date) = try take(line)
                let known = stored[cell.assessment]?[cell.pupilID]?[cell.column]
                if known?.value == value, known != nil || value == nil {
                    same += 1
                    changes[cell] = nil
                } else {
                    changes[cell] = ResultChange(cell: cell, value: value, assessedOn: date, known: known)
                }
            } catch let error as TrackerError {
                problems.append(.init(line: line.line, message: error.message))
            }
        }
        guard problems.isEmpty || skipInvalid else {
            return MarkLinesOutcome(stored: 0, same: same, problems: problems, isApplied: false)
        }
        let ordered = changes.values.sorted {
            ($0.cell.assessment.rawValue, $0.cell.pupilID, $0.cell.column)
                < ($1.cell.assessment.rawValue, $1.cell.pupilID, $1.cell.column)
        }
        let count = try ResultStore(session).putMany(ordered, school: school.id, by: stamp)
        return MarkLinesOutcome(stored: count, same: same, problems: problems, isApplied: true)
    }

    /// Checks a line against the rules and the lines before it, and takes its value in.
    private mutating func take(_ line: MarkLine) throws -> (CellKey, String?, CalendarDate) {
        guard let kind = AssessmentKind(rawValue: trimBlanks(line.assessment).lowercased()) else {
            throw TrackerError.unknownAssessment(line.assessment)
        }
        let rules = try rules(kind)
        do throws(IdentifierError) { _ = try UPN(line.upn) } catch {
            throw TrackerError.fields([FieldProblem("upn", error.message)])
        }
        let date = try date(line)
        let pupil = try pupil(trimBlanks(line.upn))
        let key = Member.Key(kind: kind, pupil: pupil.id)
        var member = try members[key] ?? member(pupil, rules)
        let column = ColumnID(rawValue: trimBlanks(line.column).lowercased())
        let row = try rules.row(member.facts, earlier: member.earlier, yearGroup: member.place.yearGroup)
        let value: String?
        do throws(EntryProblem) { value = try row.check(line.value, in: column, source: .hand) } catch {
            throw TrackerError.entry(error)
        }
        let cell = CellKey(year: year, assessment: kind, pupilID: pupil.id, column: column)
        if let before = said[cell], before.value != value {
            throw TrackerError.file(
                FileProblem(
                    "Line \(before.line) says \(before.value ?? "nothing") for this cell, and this line \(value ?? "nothing"). Say one of them, in one line."
                ))
        }
        if said[cell] == nil { said[cell] = (line.line, value) }
        member.facts[column] = value
        members[key] = member
        return (cell, value, date)
    }

    private mutating func rules(_ kind: AssessmentKind) throws -> RowRules {
        let known: Result<RowRules, TrackerError>
        if let found = rules[kind] {
            known = found
        } else {
            let summative =
                kind == .summative ? try tracker.summatives.current(session, school: school.id) : .standard
            do throws(TrackerError) {
                known = .success(
                    try RowRules(
                        kind, school: school, year: year, tables: tables,
                        right: try tracker.entryRight(kind, year: year, school: school, as: caller),
                        cache: tracker.columnsCache, summative: summative))
            } catch {
                known = .failure(error)
            }
            rules[kind] = known
            stored[kind] = try ResultStore(session).values(school: school.id, year: year, assessment: kind)
        }
        return try known.get()
    }

    private mutating func pupil(_ upn: String) throws -> Pupil {
        if let known = pupils[upn] { return try known.get() }
        do {
            let pupil = try Tracker.pupil(upn, school: school, session)
            pupils[upn] = .success(pupil)
            return pupil
        } catch let error as TrackerError {
            pupils[upn] = .failure(error)
            throw error
        }
    }

    private func member(_ pupil: Pupil, _ rules: RowRules) throws -> Member {
        let place = try rules.place(of: pupil, session)
        return Member(
            place: place, earlier: try rules.earlier(place, session),
            facts: (stored[rules.kind]?[pupil.id] ?? [:]).compactMapValues(\.value))
    }

    private func date(_ line: MarkLine) throws -> CalendarDate {
        guard !trimBlanks(line.date).isEmpty else { return defaultDate }
        guard let given = CalendarDate(iso: trimBlanks(line.date)) else {
            throw TrackerError.assessmentDate("“\(line.date)” is not a date. Enter it like 2026-05-14.")
        }
        try tracker.checkAssessmentDate(given, year)
        return given
    }
}
