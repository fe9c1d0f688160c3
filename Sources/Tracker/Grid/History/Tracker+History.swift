public import Assessment
import Reports
public import Storage

extension Tracker {
    /// What happened to one cell, newest first.
    ///
    /// - Parameter pupil: a UPN, or the pupil's number.
    public func history(
        _ assessment: AssessmentKind, year: SchoolYear, pupil key: String, column id: ColumnID, school: School,
        as caller: Caller
    ) async throws -> CellHistory {
        try require(.viewPupils, caller, in: school)
        guard let column = try column(id, of: assessment, year: year) else {
            throw TrackerError.fields([
                FieldProblem("column", "“\(id.rawValue.prefix(40))” is not a column of this grid.")
            ])
        }
        let right = try? entryRight(assessment, year: year, school: school, as: caller)
        return try await database.read { session in
            let pupil = try Self.pupil(key, school: school, session)
            let cell = CellKey(year: year, assessment: assessment, pupilID: pupil.id, column: id)
            var names: [Int64: String] = [:]
            let entries = try LedgerStore(session).history(school: school.id, cell: cell).map { entry in
                if let batch = entry.batchID, names[batch] == nil {
                    names[batch] = try BatchStore(session).find(school: school.id, id: batch)?.fileName
                }
                return CellHistory.Entry(change: entry, fileName: entry.batchID.flatMap { names[$0] })
            }
            let place = try CohortStore(session).place(school: school.id, year: year, pupil: pupil.id)
            return CellHistory(
                pupil: pupil, column: column, current: try ResultStore(session).value(school: school.id, cell: cell),
                entries: entries,
                canRestore: right?.covers(place?.className) ?? false, yearGroup: place?.yearGroup)
        }
    }

    /// The columns of an assessment of a year group.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)``.
    public func columns(of assessment: YearGroupAssessment, year: SchoolYear) throws(TrackerError)
        -> any AssessmentColumns
    {
        do throws(AssessmentNotHeld) {
            return try columnsCache.columns(assessment, year: year, reference: reference)
        } catch {
            throw .notHeld(error)
        }
    }

    /// A column that takes values in any year group's grid of an assessment.
    ///
    /// - Throws: ``TrackerError/notHeld(_:)`` when no year group takes it in the year.
    public func column(_ id: ColumnID, of kind: AssessmentKind, year: SchoolYear) throws(TrackerError) -> Column? {
        var why: AssessmentNotHeld?
        var isHeld = false
        for group in kind.yearGroups {
            do throws(AssessmentNotHeld) {
                let columns = try columnsCache.columns(
                    YearGroupAssessment(kind, group), year: year, reference: reference)
                isHeld = true
                if let column = columns.column(id), column.isStored { return column }
            } catch {
                why = why ?? error
            }
        }
        if !isHeld, let why { throw .notHeld(why) }
        return nil
    }

    /// A history as JSON; `pupil` is written as it was asked for.
    public static func json(_ history: CellHistory, pupil: String) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("pupil", pupil)
            json.member("column", history.column.id.rawValue)
            json.array("entries") { json in
                for entry in history.entries {
                    let change = entry.change
                    json.object { json in
                        json.member("at", change.at)
                        json.member("by", change.author.name)
                        json.member("role", change.author.role)
                        json.member("source", change.author.source.door)
                        json.member("from", change.oldValue)
                        json.member("to", change.newValue)
                        json.member("date", change.assessedOn?.description)
                        json.member("batch", change.batchID.map(String.init))
                        json.member("file", entry.fileName)
                        json.member("revision", Int(change.revision))
                    }
                }
            }
        }
        return json.bytes
    }
}
