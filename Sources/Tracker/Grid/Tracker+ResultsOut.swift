public import Assessment
import Reports
import Spreadsheets
public import Storage

extension Tracker {
    /// The JSON of `results`: pupils with their current values (or those of a day), derived ones included; every value a
    /// string.
    public func resultsJSON(school: School, year: SchoolYear, on day: CalendarDate? = nil, as caller: Caller)
        async throws
        -> [UInt8]
    {
        let (columns, pupils) = try await results(school: school, year: year, on: day, as: caller)
        var json = JSONText()
        json.object { json in
            json.member("school", school.dfe.description)
            json.member("year", year.endYear)
            json.array("pupils") { json in
                for pupil in pupils {
                    json.object { json in
                        json.member("upn", pupil.pupil.upn?.text)
                        json.member("surname", pupil.pupil.surname)
                        json.member("forename", pupil.pupil.forename)
                        json.object("values") { json in
                            guard !pupil.values.isEmpty else { return }
                            json.object(AssessmentKind.ks2.rawValue) { json in
                                for column in columns {
                                    if let value = pupil.values[column.id] { json.member(column.id.rawValue, value) }
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
    public func resultsFile(
        as format: TableFormat, school: School, year: SchoolYear, on day: CalendarDate? = nil, for caller: Caller
    ) async throws -> [UInt8] {
        let (columns, pupils) = try await results(school: school, year: year, on: day, as: caller)
        let headings = ["upn", "surname", "forename", "year_group", "class"] + columns.map(\.id.rawValue)
        let rows = pupils.map { pupil -> [TableCell] in
            [
                .text(pupil.pupil.upn?.text ?? ""), .text(pupil.pupil.surname), .text(pupil.pupil.forename),
                TableCell(result: pupil.place?.yearGroup.rawValue), .text(pupil.place?.className ?? ""),
            ] + columns.map { TableCell(result: pupil.values[$0.id]) }
        }
        return try await bytes(
            of: TableDownload(
                school: school, year: year, name: "KS2 results", title: "End of Key Stage 2 results \(year)",
                table: Table(headings: headings, rows: rows), frozenColumns: 3,
                notes: ["Totals, scaled scores and outcomes are worked out where marks are in."]), as: format,
            for: caller)
    }
}
