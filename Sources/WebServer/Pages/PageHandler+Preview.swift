import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func previewPage(_ id: Int64, _ query: PreviewQuery, _ visit: Visit) async throws -> Response {
        try await preview(id, query, visit, status: .ok, problem: nil)
    }

    /// The preview of a file that waits.
    ///
    /// - Parameter problem: why the form just sent was refused; nil for a page that is only looked at.
    func preview(
        _ id: Int64, _ query: PreviewQuery, _ visit: Visit, status: HTTPResponse.Status, problem: TrackerError?
    ) async throws -> Response {
        let waiting = try await tracker.upload(id, school: visit.school, as: visit.caller)
        var years = try await years(visit)
        if let year = waiting.settings.year, !years.contains(year) { years.append(year) }
        let drawing = PreviewDrawing(
            waiting: waiting, query: query, place: visit.place, years: years.sorted(by: >),
            when: tracker.clock.inWords(waiting.at), isFile: isTablesFile)
        var model: ImportPreviewModel
        do {
            let preview = try await tracker.previewUpload(id, school: visit.school, as: visit.caller)
            let columns = try await tracker.columns(
                of: visit.school, judged: preview.assessments[.summative] != nil)
            model = drawing.model(preview, columns: columns)
        } catch let error as TrackerError {
            switch error {
            case .fields(let problems):
                model = drawing.withoutItems(
                    errors: problems.map { FieldError(field: $0.field, message: $0.message) })
            case .notHeld:
                model = drawing.withoutItems(errors: [FieldError(field: "year", message: error.message)])
            case .file, .table: model = drawing.refused(error.message)
            default: throw error
            }
        }
        if let problem, model.refusal == nil, model.errors.isEmpty {
            model.errors = problem.fieldErrors() ?? [FieldError(field: nil, message: problem.message)]
        }
        return try await show(model, visit, status: status)
    }

    /// What a person has said about a file, kept with it; the preview is then made anew.
    func keepChoices(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        var settings = try await tracker.upload(id, school: visit.school, as: visit.caller).settings
        if fields["part"] == "items" {
            settings.choices.takeTicks(fields)
        } else if fields["part"] == "conflicts" {
            settings.choices.conflicts = settings.choices.conflicts.filter {
                !$0.isOneOfMany || fields["conflicts"] == "take"
            }
            if fields["conflicts"] == "take" {
                let preview = try await tracker.previewUpload(id, school: visit.school, as: visit.caller)
                settings.choices.conflicts.formUnion(preview.takeableConflicts)
            }
        } else {
            if let year = Int(fields["year"]).flatMap(SchoolYear.init(endYear:)) { settings.year = year }
            settings.options.take = try await assessments(id, fields, visit)
            for (heading, field) in fields.answers("heading") { settings.options.headings[heading] = field }
            settings.choices.takeAnswers(fields)
        }
        try await tracker.setUpload(id, settings: settings, school: visit.school, as: visit.caller)
        let query = PreviewQuery(people: Int(fields["people"]) ?? 1)
        return redirect(to: visit.place.route(.preview(id, query)), visit.signedIn)
    }

    /// The same file in another school that it has lines of.
    func shareUpload(_ id: Int64, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        try tracker.require(.importFiles, visit.caller, in: visit.school)
        let number: DfENumber
        do throws(IdentifierError) { number = try DfENumber(fields["school"]) } catch {
            throw TrackerError.unknownSchool(fields["school"])
        }
        let other = try await tracker.school(number, for: visit.caller)
        let shared = try await tracker.shareUpload(id, of: visit.school, with: other, as: visit.caller)
        return redirect(to: SchoolPlace(school: other.dfe, year: visit.year).route(.preview(shared.id)), visit.signedIn)
    }

    /// The assessments that are ticked; nil for a file that offers none to tick.
    private func assessments(_ id: Int64, _ fields: FormFields, _ visit: Visit) async throws -> Set<AssessmentKind>? {
        let ticked = Set(fields.all("assessment").compactMap(AssessmentKind.init(rawValue:)))
        guard ticked.isEmpty else { return ticked }
        // A form without a tick is one in which all were taken off, or one that had none: only the file can tell.
        do {
            let preview = try await tracker.previewUpload(id, school: visit.school, as: visit.caller)
            return preview.assessments.isEmpty ? nil : []
        } catch is TrackerError { return nil }
    }
}
