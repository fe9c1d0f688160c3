import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func copyJudgementsPage(_ query: CopyQuery, _ visit: Visit) async throws -> Response {
        try await show(copyModel(query, visit), visit)
    }

    /// Copies what was agreed to, or takes a copy back.
    func copyJudgements(_ query: CopyQuery, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        if !fields["undo"].isEmpty { return try await takeCopyBack(fields["undo"], visit) }
        let groups = try await copyGroups(visit)
        guard let copy = try await copy(query, groups, visit) else { throw PageRefusal.noSuchPage }
        let done: (plan: JudgementCopyPlan, batch: Int64?)
        do {
            done = try await tracker.copyForward(
                copy, agreed: fields["agreed"], school: visit.school, as: visit.caller)
        } catch let error as TrackerError {
            guard case .planIsOld = error else {
                guard let errors = error.fieldErrors() else { throw error }
                return try await show(copyModel(query, visit, errors), visit, status: error.status)
            }
            return try await show(
                copyModel(query, visit, [FieldError(field: nil, message: error.message)]), visit, status: error.status)
        }
        let count = done.plan.counts().copied
        let notice =
            done.batch.map { batch in
                Notice(
                    "\(count == 1 ? "1 judgement was" : "\(count) judgements were") copied from \(copy.from.title) to \(copy.to.title). Change those that differ.",
                    undo: .init(
                        route: visit.place.route(.copyJudgements()), label: "Undo this copy",
                        fields: ["undo": String(batch)]))
            } ?? Notice("There was nothing to copy: nothing was changed.", tone: .caution)
        return redirect(to: visit.place.route(.grid(.summative, grid(copy))), visit.signedIn, notice: notice)
    }

    private func takeCopyBack(_ text: String, _ visit: Visit) async throws -> Response {
        guard let id = Int64(text) else { throw TrackerError.unknownBatch(text) }
        let found: (school: School, batch: Batch)
        do { found = try await tracker.batch(id, as: visit.caller) } catch TrackerError.notAllowed(_, role: nil) {
            throw TrackerError.unknownBatch(text)
        }
        guard found.school.id == visit.school.id else { throw TrackerError.unknownBatch(text) }
        let outcome = try await tracker.undo(batch: id, as: visit.caller)
        return redirect(
            to: visit.place.route(.chooseClass(.summative)), visit.signedIn,
            notice: Notice(
                ImportWords.undone(outcome, fileName: found.batch.fileName),
                tone: outcome.leftAlone.isEmpty ? .done : .caution))
    }

    // MARK: Choices

    /// A year group or class of which the visitor may enter judgements.
    private struct CopyGroup {
        let yearGroup: YearGroup
        let className: String?

        /// As an address has it: `5`, `5/5 Kestrel`.
        var id: String { className.map { "\(yearGroup.rawValue)/\($0)" } ?? yearGroup.rawValue }
    }

    private func copyGroups(_ visit: Visit) async throws -> [CopyGroup] {
        // Says why nobody's judgements may be entered.
        _ = try tracker.entryRight(.summative, year: visit.year, school: visit.school, as: visit.caller)
        return try await sheets(.summative, visit).reversed().flatMap { sheet -> [CopyGroup] in
            let whole: [String?] = sheet.pupils.isEmpty ? [] : [nil]
            return (whole + sheet.snapshot.classes.map(Optional.some)).filter { name in
                tracker.mayEnter(
                    .summative, school: visit.school, year: visit.year, className: name, as: visit.caller)
            }.map { CopyGroup(yearGroup: sheet.columns.yearGroup, className: $0) }
        }
    }

    /// What an address asks to be copied: of the class that it names or the first one; nil where there is no class.
    ///
    /// - Throws: ``PageRefusal/noSuchPage`` for a class, term or subject that there is not.
    private func copy(_ query: CopyQuery, _ groups: [CopyGroup], _ visit: Visit) async throws
        -> JudgementCopy?
    {
        guard let first = groups.first(where: { $0.className != nil }) ?? groups.first else { return nil }
        var group = first
        if let asked = query.group {
            guard let found = groups.first(where: { $0.id == asked }) else { throw PageRefusal.noSuchPage }
            group = found
        }
        let last = try await tracker.lastTerm(of: visit.year, school: visit.school)
        let to = try query.to.map(Self.term) ?? TermPoint(year: visit.year, term: last)
        guard to.year == visit.year else { throw PageRefusal.noSuchPage }
        var subject: Subject?
        if let text = query.subject {
            guard let known = Subject(rawValue: text), try await subjects(visit).contains(known) else {
                throw PageRefusal.noSuchPage
            }
            subject = known
        }
        return JudgementCopy(
            yearGroup: group.yearGroup, className: group.className,
            from: try query.from.map(Self.term) ?? to.before ?? to, to: to, subject: subject)
    }

    /// Those that the school judges.
    private func subjects(_ visit: Visit) async throws -> [Subject] {
        try await tracker.columns(of: visit.school, judged: true).settings.subjects
    }

    private static func term(_ text: String) throws -> TermPoint {
        guard let point = TermPoint(id: text) else { throw PageRefusal.noSuchPage }
        return point
    }

    private func grid(_ copy: JudgementCopy) -> GridQuery {
        let assessment = YearGroupAssessment(.summative, copy.yearGroup)
        return GridQuery(
            yearGroup: assessment.isUsual ? nil : copy.yearGroup, className: copy.className,
            filter: copy.to.term.rawValue)
    }

    // MARK: The page

    private func copyModel(_ query: CopyQuery, _ visit: Visit, _ errors: [FieldError] = []) async throws
        -> CopyJudgementsModel
    {
        let groups = try await copyGroups(visit)
        guard let copy = try await copy(query, groups, visit) else {
            return CopyJudgementsModel(place: visit.place, query: query, form: nil, plan: nil, errors: errors)
        }
        var errors = errors
        var plan: JudgementCopyPlan?
        do { plan = try await tracker.planCopy(copy, school: visit.school, as: visit.caller) } catch let error
            as TrackerError
        {
            guard let more = error.fieldErrors() else { throw error }
            // The lists above are labelled by the form's own names, so a message stands alone.
            for problem in more where !errors.contains(where: { $0.message == problem.message }) {
                errors.append(FieldError(field: nil, message: problem.message))
            }
        }
        let exact = CopyQuery(
            group: groups.first { $0.yearGroup == copy.yearGroup && $0.className == copy.className }?.id,
            from: copy.from.id, to: copy.to.id, subject: copy.subject?.rawValue)
        return CopyJudgementsModel(
            place: visit.place, query: exact, form: try await form(copy, exact, groups, visit),
            plan: plan.map { model($0, visit) },
            errors: errors)
    }

    private func form(_ copy: JudgementCopy, _ query: CopyQuery, _ groups: [CopyGroup], _ visit: Visit)
        async throws -> AnalysisForm
    {
        let subjects = try await subjects(visit)
        return AnalysisForm(
            action: visit.place.link(.copyJudgements()),
            rows: [
                [
                    .init(
                        "class", "Class",
                        options: groups.map {
                            .init($0.id, $0.className ?? "All of \($0.yearGroup.title)", family: $0.yearGroup.title)
                        }, chosen: query.group ?? ""),
                    .init(
                        "subject", "Subject",
                        options: [.init("", "All subjects")]
                            + subjects.map { .init($0.rawValue, $0.title) },
                        chosen: query.subject ?? ""),
                ],
                [
                    .init(
                        "from", "Copy from", options: AnalysisChoices.terms(visit.year, years: 2), chosen: copy.from.id),
                    .init("to", "To", options: AnalysisChoices.terms(visit.year, years: 1), chosen: copy.to.id),
                ],
            ])
    }

    private func model(_ plan: JudgementCopyPlan, _ visit: Visit) -> CopyJudgementsModel.Plan {
        let counts = plan.counts()
        func words(_ judgement: Judgement) -> String { plan.labels.to[judgement.position].words }
        return CopyJudgementsModel.Plan(
            who: plan.copy.who, from: plan.copy.from.title, to: plan.copy.to.title,
            subjects: plan.subjects.map(\.title),
            rows: plan.rows.map { row in
                .init(
                    name: row.pupil.displayName, address: visit.place.link(.pupil(row.pupil.id)),
                    className: plan.copy.className == nil ? row.className : nil,
                    cells: row.steps.map { step in
                        switch step {
                        case .copies(let judgement): .copied(words(judgement))
                        case .keeps(let judgement): .kept(words(judgement))
                        case .nothingBefore: .nothing
                        }
                    })
            }, copied: counts.copied, kept: counts.kept, without: counts.without, date: plan.date.inWords,
            fingerprint: plan.fingerprint)
    }
}
