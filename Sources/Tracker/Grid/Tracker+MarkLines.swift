public import Assessment
public import Storage

extension Tracker {
    /// Enters many values by the rules of the grid, in one transaction.
    ///
    /// Every line that can't be taken is reported; then nothing is stored, unless `skipInvalid`.
    /// Lines of one pupil are taken in their order, so that a lock of an earlier line holds for a later one.
    public func enter(
        _ lines: [MarkLine], school: School, year: SchoolYear, skipInvalid: Bool, source: ResultSource,
        as caller: Caller
    ) async throws -> MarkLinesOutcome {
        try require(.enterResults, caller, in: school)
        guard let columns = KeyStage2Columns(year: year.endYear, codes: reference.codes) else {
            throw TrackerError.notHeld(.ks2, year)
        }
        let defaultDate = try defaultAssessmentDate(year)
        let stamp = stamp(caller, in: school, source: source)
        let tables = try await currentTables()
        let outcome = try await database.write { [self] session in
            try enter(
                lines,
                MarkLineContext(
                    school: school, year: year, columns: columns, tables: tables, date: defaultDate, stamp: stamp,
                    skipInvalid: skipInvalid), session)
        }
        return outcome
    }

    private struct MarkLineContext: Sendable {
        let school: School
        let year: SchoolYear
        let columns: KeyStage2Columns
        let tables: ConversionTables
        let date: CalendarDate
        let stamp: ChangeStamp
        let skipInvalid: Bool
    }

    private func enter(_ lines: [MarkLine], _ context: MarkLineContext, _ session: any SQLSession) throws
        -> MarkLinesOutcome
    {
        let stored = try ResultStore(session).values(
            school: context.school.id, year: context.year, assessment: .ks2)
        var facts = stored.mapValues { $0.compactMapValues(\.value) }
        var changes: [CellKey: ResultChange] = [:]
        var problems: [MarkLinesOutcome.Problem] = []
        var same = 0
        for line in lines {
            do {
                let (cell, value, date) = try check(line, context, facts, session)
                facts[cell.pupilID, default: [:]][cell.column] = value
                let known = stored[cell.pupilID]?[cell.column]
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
        guard problems.isEmpty || context.skipInvalid else {
            return MarkLinesOutcome(stored: 0, same: same, problems: problems, isApplied: false)
        }
        let ordered = changes.values.sorted {
            ($0.cell.pupilID, $0.cell.column) < ($1.cell.pupilID, $1.cell.column)
        }
        let count = try ResultStore(session).putMany(ordered, school: context.school.id, by: context.stamp)
        return MarkLinesOutcome(stored: count, same: same, problems: problems, isApplied: true)
    }

    private func check(
        _ line: MarkLine, _ context: MarkLineContext, _ facts: [Int64: Facts], _ session: any SQLSession
    ) throws -> (CellKey, String?, CalendarDate) {
        guard trimBlanks(line.assessment).lowercased() == AssessmentKind.ks2.rawValue else {
            throw TrackerError.unknownAssessment(line.assessment)
        }
        do throws(IdentifierError) { _ = try UPN(line.upn) } catch {
            throw TrackerError.fields([FieldProblem("upn", error.message)])
        }
        var date = context.date
        if !trimBlanks(line.date).isEmpty {
            guard let given = CalendarDate(iso: trimBlanks(line.date)) else {
                throw TrackerError.assessmentDate("“\(line.date)” is not a date. Enter it like 2026-05-14.")
            }
            date = given
        }
        try checkAssessmentDate(date, context.year)
        let pupil = try Self.pupil(trimBlanks(line.upn), school: context.school, session)
        _ = try Self.place(of: pupil, school: context.school, year: context.year, kind: .ks2, session)
        let column = ColumnID(rawValue: trimBlanks(line.column).lowercased())
        let row = KeyStage2Row(columns: context.columns, facts: facts[pupil.id] ?? [:], tables: context.tables)
        do throws(EntryProblem) {
            let value = try row.check(line.value, in: column, source: .hand)
            return (
                CellKey(year: context.year, assessment: .ks2, pupilID: pupil.id, column: column), value, date
            )
        } catch {
            throw TrackerError.entry(error)
        }
    }
}
