import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func parentsPage(_ query: ParentsQuery, _ visit: Visit) async throws -> Response {
        try await show(try await model(query, visit), visit)
    }

    func changeParentsText(_ query: ParentsQuery, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        do {
            let before = try await tracker.setParentsText(
                ParentsText(heading: fields["heading"], text: fields["text"]), school: visit.school, as: visit.caller)
            let route = visit.place.route(.parentsSheets(query))
            return redirect(
                to: route, visit.signedIn,
                notice: Notice(
                    "The school’s words were saved. They stand on every sheet.",
                    undo: .init(route: route, fields: ["heading": before.heading, "text": before.text])))
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors() else { throw error }
            var model = try await model(query, visit)
            model.textHeading = fields["heading"]
            model.text = fields["text"]
            model.errors = errors
            return try await show(model, visit, status: error.status)
        }
    }

    private func model(_ query: ParentsQuery, _ visit: Visit) async throws -> ParentsSheetsModel {
        let made = try await tracker.parentsSheets(
            of: visit.school, year: visit.year, className: query.className, pupil: query.pupil, isDraft: query.isDraft,
            as: visit.caller)
        return ParentsSheetsModel(
            made, query: query, school: visit.school, year: visit.year, canEdit: isAllowed(.manageSchool, visit))
    }
}
