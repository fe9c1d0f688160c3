import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// The choices, and what was found for those that are made.
    func sendFilePage(_ query: SendFileQuery, _ visit: Visit) async throws -> Response {
        try tracker.require(.sendFiles, visit.caller, in: visit.school)
        return try await sendFilePage(query, visit, errors: [], status: .ok)
    }

    /// Makes the file and answers with it.
    func sendFile(_ visit: Visit) async throws -> Response {
        try tracker.require(.sendFiles, visit.caller, in: visit.school)
        let fields = try await fields(visit.signedIn)
        let query = SendFileQuery(fields)
        do {
            let request = try ExportRequest(query, year: visit.year)
            let check = try await tracker.checkExport(request, school: visit.school, as: visit.caller)
            if check.count(.refusal) > 0, check.canBeMade, !fields.isTicked("seen") {
                return try await sendFilePage(
                    query, visit,
                    errors: [
                        FieldError(
                            field: "seen",
                            message: "Tick that you have seen what the receiver would refuse, or put it right first.")
                    ], status: .unprocessableContent)
            }
            let file = try await tracker.export(request, school: visit.school, as: visit.caller)
            return .download(file.bytes, type: "application/xml", fileName: file.name)
        } catch TrackerError.exportRefused {
            // The list below says why.
            return try await sendFilePage(query, visit, errors: [], status: .unprocessableContent)
        } catch let error as TrackerError {
            guard let errors = Self.errors(of: error) else { throw error }
            return try await sendFilePage(query, visit, errors: errors, status: error.status, checks: false)
        }
    }

    private func sendFilePage(
        _ query: SendFileQuery, _ visit: Visit, errors: [FieldError], status: HTTPResponse.Status, checks: Bool = true
    ) async throws -> Response {
        var model = try await sendFileModel(query, visit, errors)
        guard checks, query.destination != nil, !model.classes.isEmpty else {
            return try await show(model, visit, status: status)
        }
        do {
            let request = try ExportRequest(query, year: visit.year)
            let check = try await tracker.checkExport(request, school: visit.school, as: visit.caller)
            model.check = drawn(check, visit)
            return try await show(model, visit, status: status)
        } catch let error as TrackerError {
            guard let wrong = Self.errors(of: error) else { throw error }
            model.errors += wrong
            return try await show(model, visit, status: error.status)
        }
    }

    /// What the form can say about a refusal; nil for one that is not about its choices.
    private static func errors(of error: TrackerError) -> [FieldError]? {
        switch error {
        case .notHeld(let why): [FieldError(field: "what", message: why.message)]
        default: error.fieldErrors(["assessment": "what", "class": "who", "pupil": "who", "year": "for"])
        }
    }

    // MARK: The page

    private func sendFileModel(_ query: SendFileQuery, _ visit: Visit, _ errors: [FieldError]) async throws
        -> SendFileModel
    {
        let pupils = try await tracker.pupils(of: visit.school, year: visit.year, as: visit.caller)
            .filter { $0.place != nil }
        var groups: [YearGroup: Int] = [:]
        var classes: [String: [ListedPupil]] = [:]
        for listed in pupils {
            guard let place = listed.place else { continue }
            groups[place.yearGroup, default: 0] += 1
            classes[place.className ?? place.yearGroup.title, default: []].append(listed)
        }
        let named = Set(pupils.compactMap { $0.place?.className }).sorted()
        var shown = query
        // What the agency takes is said, not left to be known.
        if query.destination == "sta", query.what == "all" { shown.what = AssessmentKind.ks2.rawValue }
        return SendFileModel(
            place: visit.place, query: shown,
            assessments: AssessmentKind.statutory.map { .init($0.rawValue, $0.title) },
            groups: groups.keys.sorted().map { .init("year:\($0.rawValue)", $0.title) }
                + named.map { .init("class:\($0)", "Class \($0)") },
            classes: classes.keys.sorted().map { title in
                .init(
                    title: title,
                    pupils: (classes[title] ?? []).map { .init(id: $0.pupil.id, name: $0.pupil.displayName) })
            }, errors: errors)
    }

    private func drawn(_ check: ExportCheck, _ visit: Visit) -> SendFileCheck {
        SendFileCheck(
            fileName: check.fileName,
            receiver: check.request.destination.inSentence, version: check.version, pupils: check.pupils,
            results: check.records, asOf: Self.words(dateTime: check.dateTime),
            lines: check.findings.map { line($0, visit) }, remarks: check.remarks, canBeMade: check.canBeMade,
            isStrict: check.request.destination == .standardsAgency)
    }

    private func line(_ finding: ExportFinding, _ visit: Visit) -> SendFileCheck.Line {
        let severity: SendFileCheck.Line.Severity =
            switch finding.severity {
            case .blocking: .blocking
            case .refusal: .refusal
            case .note: .note
            }
        var line = SendFileCheck.Line(
            severity: severity, pupil: finding.pupil?.displayName, message: finding.message)
        switch finding.place {
        case .file: break
        case .pupil:
            line.link = finding.pupil.map { visit.place.link(.editPupil($0.id)) }
            line.linkTitle = "Open the form"
        case .cell(let assessment, let year, let column, let className):
            guard let pupil = finding.pupil else { break }
            let columns = try? tracker.reference.columns(of: assessment, year: year.endYear)
            let filter = columns?.filters.first { filter in
                filter.groups.contains { group in group.columns.contains { $0.id == column } }
            }
            // A sitting begins on a date: today's, or the last of a year that is over, as the grid offers it.
            let date = try? tracker.defaultAssessmentDate(year)
            let query = GridQuery(
                yearGroup: assessment.isUsual ? nil : assessment.yearGroup, className: className, filter: filter?.id,
                isEditing: date != nil, date: date)
            let place = SchoolPlace(school: visit.school.dfe, year: year)
            // The grid's modules go to the cell that the fragment names.
            line.link =
                "\(place.link(.grid(assessment.kind, query)))#\(pupil.upn?.text ?? String(pupil.id))/\(column.rawValue)"
            line.linkTitle = "Open the cell"
        }
        return line
    }

    func row(_ file: SentFile, _ visit: Visit) -> SentFileRow {
        SentFileRow(
            when: tracker.clock.inWords(file.at), person: file.authorName, fileName: file.fileName,
            destination: Self.words(destination: file.destination, from: visit.school), sha256: file.sha256,
            pupils: file.pupils,
            records: file.records, findings: file.findings)
    }

    /// `2026-07-20T09:30:00` as `20 July 2026, 09:30`.
    private static func words(dateTime: String) -> String {
        let parts = dateTime.split(separator: "T")
        guard parts.count == 2, let day = CalendarDate(iso: String(parts[0])) else { return dateTime }
        return "\(day.inWords), \(parts[1].prefix(5))"
    }

    private static func words(destination code: String, from school: School) -> String {
        if code == school.dfe.compact { return "the school’s own system" }
        if code == "NAALLLL" { return "the Standards and Testing Agency" }
        if code.hasSuffix("LLLL") { return "local authority \(code.prefix(3))" }
        return "school \(code.prefix(3))/\(code.dropFirst(3))"
    }
}

extension SendFileQuery {
    /// The fields of the form that makes the file.
    init(_ fields: FormFields) {
        self.init(
            destination: fields["for"].isEmpty ? nil : fields["for"], number: fields["number"],
            what: fields["what"].isEmpty ? "all" : fields["what"], who: fields["who"].isEmpty ? "all" : fields["who"],
            pupils: fields.all("pupil"))
    }
}

extension ExportRequest {
    /// What the page's choices ask for.
    ///
    /// - Throws: ``TrackerError/fields(_:)``.
    init(_ query: SendFileQuery, year: SchoolYear) throws(TrackerError) {
        let destination: ExportDestination
        switch query.destination {
        case "school":
            guard let other = ExportDestination(query.number), case .school = other else {
                throw .fields([
                    FieldProblem("number", "Enter the other school’s DfE number, like 820/9992.")
                ])
            }
            destination = other
        case let text?:
            guard let known = ExportDestination(text) else {
                throw .fields([FieldProblem("for", "Choose who the file is for.")])
            }
            destination = known
        case nil: throw .fields([FieldProblem("for", "Choose who the file is for.")])
        }
        var assessment: AssessmentKind?
        if query.what != "all" {
            assessment = AssessmentKind(rawValue: query.what)
            if assessment == nil { throw .unknownAssessment(query.what) }
        }
        self.init(
            year: year, destination: destination, assessment: assessment, scope: try Self.scope(query))
    }

    private static func scope(_ query: SendFileQuery) throws(TrackerError) -> ExportScope {
        if query.who == "ticked" {
            guard !query.pupils.isEmpty else {
                throw .fields([FieldProblem("who", "Tick the pupils whose data goes out, or choose a group.")])
            }
            return .pupils(query.pupils)
        }
        let parts = query.who.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("all", 1): return .everybody
        case ("year", 2):
            if let group = YearGroup(rawValue: parts[1]) { return .yearGroup(group) }
        case ("class", 2): return .className(parts[1])
        default: break
        }
        throw .fields([FieldProblem("who", "Choose whose data goes out.")])
    }
}
