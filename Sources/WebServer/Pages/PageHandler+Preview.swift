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
            when: tracker.clock.inWords(waiting.at))
        var model: ImportPreviewModel
        do {
            let preview = try await tracker.previewUpload(id, school: visit.school, as: visit.caller)
            let columns = try await tracker.columns(
                of: visit.school, judged: preview.assessments[.summative] != nil)
            model = drawing.model(
                preview, columns: columns, pupilQuestions: try await pupilQuestions(preview, waiting, visit))
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
        return redirect(to: visit.place.route(.preview(id)), visit.signedIn)
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

    // MARK: Who is it?

    /// For each pupil of the file whom nobody here has the UPN of: those who may be meant, to be confirmed one by one.
    private func pupilQuestions(
        _ preview: ImportPreview, _ waiting: WaitingFile, _ visit: Visit
    ) async throws -> [PreviewQuestion] {
        let chosen = waiting.settings.choices.pupils
        var asked: Set<String> = []
        var questions: [PreviewQuestion] = []
        for item in preview.items where item.status == .unmatchedPupil || chosen[item.pupilKey ?? ""] != nil {
            guard let key = item.pupilKey, asked.insert(key).inserted else { continue }
            var answers = try await candidates(item.pupilName, visit)
            if answers.isEmpty, chosen[key] == nil { continue }
            if preview.kind == .roster || preview.source.qualifier == "full" {
                answers.append(.init("new", "Somebody new: add this pupil"))
            }
            questions.append(
                PreviewQuestion(
                    key: key, text: "\(item.pupilName)\(item.upn.map { ", UPN \($0)" } ?? "")",
                    hint: item.status == .unmatchedPupil ? item.message : nil,
                    answers: [.init("", "Not decided")] + answers, chosen: Self.answer(chosen[key])))
            // A file of another school has hundreds; nobody answers them one by one.
            if questions.count == 50 { break }
        }
        return questions
    }

    private static func answer(_ choice: PupilChoice?) -> String {
        switch choice {
        case .existing(let id): String(id)
        case .new: "new"
        case nil: ""
        }
    }

    /// Pupils here with the same folded name, whatever their year.
    private func candidates(_ name: String, _ visit: Visit) async throws -> [PreviewQuestion.Answer] {
        let surname = name.split(separator: ",").first.map(String.init) ?? name
        guard !surname.isEmpty else { return [] }
        let found = try await tracker.pupils(of: visit.school, year: visit.year, search: surname, as: visit.caller)
        return found.map(\.pupil).filter { pupil in
            [pupil.displayName, "\(pupil.surname), \(pupil.forename)"].contains { foldedName($0) == foldedName(name) }
        }.map { pupil in
            let facts = [pupil.dateOfBirth.map { "born \($0.inWords)" }, pupil.upn.map { "UPN \($0)" }]
            return .init(
                String(pupil.id), ([pupil.displayName] + facts.compactMap(\.self)).joined(separator: ", "))
        }
    }
}
