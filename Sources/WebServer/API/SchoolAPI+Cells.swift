import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension SchoolAPI {
    private struct Pasted: Decodable {
        let text: String
        let pupil: String
        let column: String
        let columns: [String]
        let pupils: [String]
        let answers: [String: String]?
    }

    /// `POST results/{year}/{assessment}/paste`: what a pasted block means. Stores nothing.
    func pastePlan(_ path: [String]) async throws -> Response {
        let assessment = try yearGroupAssessment(path[2])
        let year = try handler.year(path[1])
        _ = try handler.tracker.entryRight(assessment.kind, year: year, school: school, as: caller)
        let body = try await handler.decode(Pasted.self, limit: 2 << 20)
        let request = PasteRequest(
            text: body.text, pupil: body.pupil, column: ColumnID(rawValue: body.column),
            columns: body.columns.map(ColumnID.init(rawValue:)), pupils: body.pupils, answers: body.answers ?? [:])
        return .json(
            try await handler.tracker.pastePlan(request, assessment, school: school, year: year, as: caller))
    }

    /// `GET results/{year}/{assessment}/{pupil}/{column}/history`
    func history(_ path: [String]) async throws -> Response {
        let history = try await handler.tracker.history(
            try assessment(path[2]), year: try handler.year(path[1]), pupil: path[3],
            column: ColumnID(rawValue: path[4]), school: school, as: caller)
        return .json(written: Tracker.json(history, pupil: path[3]))
    }

    /// `GET results/{year}/{assessment}/missing`
    func missing(_ path: [String]) async throws -> Response {
        let missing = try await handler.tracker.missing(
            try yearGroupAssessment(path[2]), school: school, year: try handler.year(path[1]),
            className: handler.address.value("class"), as: caller)
        return .json(written: Tracker.json(missing))
    }
}
