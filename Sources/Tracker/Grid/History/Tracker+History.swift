public import Assessment
import Reports
public import Storage

extension Tracker {
    /// What happened to one cell, newest first; judgements in the school's words.
    ///
    /// - Parameter pupil: a UPN, or the pupil's number.
    public func history(
        _ assessment: AssessmentKind, year: SchoolYear, pupil key: String, column id: ColumnID, school: School,
        as caller: Caller
    ) async throws -> CellHistory {
        try require(.viewPupils, caller, in: school)
        let columns = try await columns(of: school, judged: assessment == .summative)
        guard let column = try columns.column(id, of: assessment, year: year) else {
            throw TrackerError.fields([
                FieldProblem("column", "“\(id.rawValue.prefix(40))” is not a column of this grid.")
            ])
        }
        let summative = columns.summative
        let right = try? entryRight(assessment, year: year, school: school, as: caller)
        return try await database.read { session in
            func shown(_ value: String?) -> String? { summative.shown(value, in: id, of: assessment, year) }
            let pupil = try Self.pupil(key, school: school, session)
            let cell = CellKey(year: year, assessment: assessment, pupilID: pupil.id, column: id)
            var names: [Int64: String] = [:]
            let entries = try LedgerStore(session).history(school: school.id, cell: cell).map { entry in
                var entry = entry
                entry.oldValue = shown(entry.oldValue)
                entry.newValue = shown(entry.newValue)
                if let batch = entry.batchID, names[batch] == nil {
                    names[batch] = try BatchStore(session).find(school: school.id, id: batch)?.fileName
                }
                return CellHistory.Entry(change: entry, fileName: entry.batchID.flatMap { names[$0] })
            }
            let place = try CohortStore(session).place(school: school.id, year: year, pupil: pupil.id)
            var current = try ResultStore(session).value(school: school.id, cell: cell)
            let value = shown(current?.value)
            current?.value = value
            return CellHistory(
                pupil: pupil, column: column, current: current,
                entries: entries,
                canRestore: right?.covers(place?.className) ?? false, yearGroup: place?.yearGroup)
        }
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
