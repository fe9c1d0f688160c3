import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension SchoolAPI {
    private struct ListedFile: Encodable {
        let file: String
        let destination: String
        let serial: Int
        let sha256: String
        let at: String
        let by: String
        let year: Int
        let pupils: Int
        let records: Int
        let findings: Int
    }

    /// The files that went out, newest first.
    func exports() async throws -> Response {
        .json(
            try await tracker.sentFiles(school: school, as: caller).map { file in
                ListedFile(
                    file: file.fileName, destination: file.destination, serial: file.serial, sha256: file.sha256,
                    at: file.at, by: file.authorName, year: file.year.endYear, pupils: file.pupils,
                    records: file.records, findings: file.findings)
            })
    }

    /// What a Common Transfer File would hold and what its receiver would refuse; nothing is stored.
    func checkExport(_ path: [String]) async throws -> Response {
        let check = try await tracker.checkExport(exportRequest(path), school: school, as: caller)
        return .json(written: check.json())
    }

    /// Makes a Common Transfer File: the answer is the file, or with 422 what must be put right first.
    func export(_ path: [String]) async throws -> Response {
        do {
            let file = try await tracker.export(exportRequest(path), school: school, as: caller)
            return .download(file.bytes, type: "application/xml", fileName: file.name)
        } catch TrackerError.exportRefused(let check) {
            return .json(written: check.json(), status: .unprocessableContent)
        }
    }

    /// The path is `exports/ctf/{year}`, the rest stands in the query: `for`, `assessment`, `year-group`, `class`, `pupil`.
    private func exportRequest(_ path: [String]) throws -> ExportRequest {
        let address = handler.address
        guard let destination = address.value("for").flatMap({ ExportDestination($0) }) else {
            throw TrackerError.fields([
                FieldProblem("for", "Enter mis, sta, la or the DfE number of another school, like 820/9992.")
            ])
        }
        var scope = ExportScope.everybody
        if let group = address.value("year-group") {
            guard let yearGroup = YearGroup(rawValue: group) else {
                throw TrackerError.fields([
                    FieldProblem("year-group", "“\(group.prefix(40))” must be a year group, like 6 or R.")
                ])
            }
            scope = .yearGroup(yearGroup)
        }
        if let name = address.value("class") { scope = .className(name) }
        let pupils = address.query.filter { $0.name == "pupil" }.map(\.value)
        if !pupils.isEmpty { scope = .pupils(pupils) }
        return ExportRequest(
            year: try handler.year(path[2]), destination: destination,
            assessment: try address.value("assessment").map { try assessment($0) }, scope: scope)
    }
}
