public import Assessment
import Reports
import Spreadsheets
public import Storage

extension Tracker {
    /// The JSON of `results`: pupils with their current values (or those of a day), derived ones included; every value a
    /// string.
    ///
    /// - Parameter kind: one assessment; nil for all that were held in the year.
    public func resultsJSON(
        _ kind: AssessmentKind? = nil, school: School, year: SchoolYear, on day: CalendarDate? = nil, as caller: Caller
    ) async throws -> [UInt8] {
        let results = try await results(kind, school: school, year: year, on: day, as: caller)
        var json = JSONText()
        json.object { json in
            json.member("school", school.dfe.description)
            json.member("year", year.endYear)
            json.array("pupils") { json in
                for pupil in results.pupils {
                    json.object { json in
                        json.member("upn", pupil.pupil.upn?.text)
                        json.member("surname", pupil.pupil.surname)
                        json.member("forename", pupil.pupil.forename)
                        json.object("values") { json in
                            for assessment in results.columns {
                                guard let values = pupil.values[assessment.kind] else { continue }
                                json.object(assessment.kind.rawValue) { json in
                                    for column in assessment.columns {
                                        if let value = values[column.id] { json.member(column.id.rawValue, value) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    /// The same as a file: a line per pupil, a column per column.
    ///
    /// A column is headed by its name; where several assessments stand side by side, those of the others than End of Key
    /// Stage 2 have the assessment before it: `ks1.reading.ta`.
    public func resultsFile(
        _ kind: AssessmentKind? = nil, as format: TableFormat, school: School, year: SchoolYear,
        on day: CalendarDate? = nil, for caller: Caller
    ) async throws -> [UInt8] {
        let results = try await results(kind, school: school, year: year, on: day, as: caller)
        let columns = results.columns.flatMap { part in part.columns.map { (kind: part.kind, column: $0) } }
        let headings = ["upn", "surname", "forename", "year_group", "class"]
        let rows = results.pupils.map { pupil -> [TableCell] in
            [
                .text(pupil.pupil.upn?.text ?? ""), .text(pupil.pupil.surname), .text(pupil.pupil.forename),
                TableCell(result: pupil.place?.yearGroup.rawValue), .text(pupil.place?.className ?? ""),
            ] + columns.map { TableCell(result: pupil.values[$0.kind]?[$0.column.id]) }
        }
        let title = kind?.title ?? "Statutory assessments"
        return try await bytes(
            of: TableDownload(
                school: school, year: year, name: kind.map { "\($0.rawValue.uppercased()) results" } ?? "Results",
                title: "\(title) results \(year)",
                table: Table(
                    headings: headings
                        + columns.map {
                            kind == nil && $0.kind != .ks2
                                ? "\($0.kind.rawValue).\($0.column.id)" : $0.column.id.rawValue
                        }, rows: rows), frozenColumns: 3,
                notes: ["Totals, scaled scores and outcomes are worked out where marks are in."]), as: format,
            for: caller)
    }
}
