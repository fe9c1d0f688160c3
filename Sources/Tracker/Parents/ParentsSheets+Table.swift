public import Assessment
public import Reports
import Spreadsheets
public import Storage

extension ParentsSheets {
    /// A row a pupil, to be merged into the school's own letter.
    func table() -> Table {
        let tests: [Subject] = isDraft ? [] : [.reading, .gps, .mathematics]
        let assessed: [Subject] = [.reading, .writing, .mathematics, .science]
        var headings = ["Name", "Class"]
        for subject in tests {
            headings += [
                "\(subject.title) scaled score", subject.title, "\(subject.title), our school",
                "\(subject.title), England",
            ]
        }
        for subject in assessed {
            headings += ["\(subject.title), teacher’s assessment"]
        }
        let rows = sheets.map { sheet -> [TableCell] in
            var cells: [TableCell] = [.text(sheet.name), TableCell(result: sheet.className)]
            for subject in tests {
                let result = sheet.tests.first { $0.subject == subject }
                cells += [
                    TableCell(result: result?.result), TableCell(result: result?.meaning),
                    TableCell(result: result?.school), TableCell(result: result?.national),
                ]
            }
            for subject in assessed {
                cells.append(TableCell(result: sheet.teacherAssessments.first { $0.subject == subject }?.meaning))
            }
            return cells
        }
        return Table(headings: headings, rows: rows)
    }

    /// The sheets as JSON: `{"heading":..,"text":..,"draft":false,"sheets":[{"name":..,"class":..,"tests":[..],"teacher_assessments":[..]}]}`.
    public func json() -> JSONText {
        var json = JSONText()
        json.object { json in
            json.member("heading", text.heading)
            json.member("text", text.text)
            json.member("draft", isDraft)
            json.array("sheets") { json in
                for sheet in sheets {
                    json.object { json in
                        json.member("name", sheet.name)
                        json.member("class", sheet.className)
                        Self.write("tests", sheet.tests, to: &json)
                        Self.write("teacher_assessments", sheet.teacherAssessments, to: &json)
                    }
                }
            }
        }
        return json
    }

    private static func write(_ name: String, _ results: [ParentsResult], to json: inout JSONText) {
        json.array(name) { json in
            for result in results {
                json.object { json in
                    json.member("subject", result.subject.rawValue)
                    json.member("scaled_score", result.result)
                    json.member("meaning", result.meaning)
                    json.member("school", result.school)
                    json.member("national", result.national)
                }
            }
        }
    }

    /// The sheets for a terminal.
    public func inWords() -> String {
        sheets.map { sheet in
            let lines = (sheet.tests + sheet.teacherAssessments).map { result in
                let score = result.result.map { " \($0)," } ?? ""
                return "  \(result.subject.title):\(score) \(result.meaning)"
            }
            return ([[sheet.name, sheet.className].compactMap(\.self).joined(separator: ", ")] + lines).joined(
                separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension Tracker {
    /// The sheets as a table with a row a pupil, for a letter of the school's own.
    ///
    /// - Throws: as ``parentsSheets(of:year:className:pupil:isDraft:as:)``.
    public func parentsFile(
        _ sheets: ParentsSheets, as format: TableFormat, school: School, year: SchoolYear, for caller: Caller
    ) async throws -> [UInt8] {
        try await bytes(
            of: TableDownload(
                school: school, year: year, name: "Parents", title: "Results for parents", table: sheets.table(),
                frozenColumns: 1, notes: sheets.isDraft ? ["Draft: without test results."] : []), as: format,
            for: caller)
    }
}
