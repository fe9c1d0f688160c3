import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func judgementSettingsPage(_ visit: Visit) async throws -> Response {
        try await show(try await judgementSettings(visit), visit)
    }

    /// Saves one of the three forms, or takes the last change back.
    func changeJudgementSettings(_ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        try tracker.require(.manageSchool, visit.caller, in: visit.school)
        let before = try await tracker.judgementSettings(of: visit.school, as: visit.caller)
        do {
            let now: JudgementSettings
            if fields["do"] == "undo" {
                now = try await tracker.takeBackSettings(
                    revision: fields["revision"], school: visit.school, as: visit.caller)
            } else {
                now = try await tracker.change(
                    Self.change(fields, visit.year), revision: fields["revision"], school: visit.school,
                    as: visit.caller)
            }
            let route = visit.place.route(.judgementSettings)
            guard now.revision != before.revision else {
                return redirect(to: route, visit.signedIn, notice: Notice("Nothing had to be changed."))
            }
            let undo = Notice.Undo(route: route, fields: ["do": "undo", "revision": now.revision])
            let text = now.changes(since: before.settings).joined(separator: " ")
            return redirect(
                to: route, visit.signedIn,
                notice: fields["do"] == "undo"
                    ? Notice("The settings are as they were before. \(text)") : Notice(text, undo: undo))
        } catch let error as TrackerError {
            var errors = error.fieldErrors()
            if case .settingsChanged = error { errors = [FieldError(field: nil, message: error.message)] }
            if case .nothingToTakeBack = error { errors = [FieldError(field: nil, message: error.message)] }
            guard let errors else { throw error }
            var model = try await judgementSettings(visit)
            model.take(fields)
            model.errors = errors
            return try await show(model, visit, status: error.status)
        }
    }

    private func judgementSettings(_ visit: Visit) async throws -> JudgementSettingsModel {
        let shown = try await tracker.judgementSettings(of: visit.school, as: visit.caller)
        let settings = shown.settings
        let (spans, usual) = (settings.terms.spans(in: visit.year), TermDates().spans(in: visit.year))
        func words(_ span: TermSpan) -> String { "\(span.first.inWords) to \(span.last.inWords)" }
        func words(_ labels: [JudgementLabel]) -> [(short: String, words: String)] {
            labels.map { ($0.short, $0.words) }
        }
        let last = settings.labels.changes.last
        let labels = last?.labels ?? JudgementLabels.standard
        // Words can't be changed from a day before the last change.
        let from = [tracker.clock.today(), last?.from].compactMap(\.self).max()
        return JudgementSettingsModel(
            place: visit.place, revision: shown.revision,
            subjects: Subject.summative.map {
                .init(id: $0.rawValue, title: $0.title, isOn: settings.subjects.contains($0))
            },
            terms: SummativeTerm.allCases.map { term in
                let span = spans[term.index]
                return .init(
                    id: term.rawValue, title: term.title, first: span.first.description, last: span.last.description,
                    stored: words(span), usual: words(usual[term.index]))
            }, hasOwnTerms: settings.terms.isOwn(visit.year),
            words: zip(Judgement.allCases, labels).map {
                .init(id: $0.rawValue, title: $0.title, short: $1.short, words: $1.words)
            }, from: from?.description ?? "",
            changes: [.init(from: nil, words: words(JudgementLabels.standard))]
                + settings.labels.changes.map { .init(from: $0.from.inWords, words: words($0.labels)) },
            lastChange: shown.changed.map { "Last changed on \(tracker.clock.inWords($0.at)) by \($0.by)." },
            canEdit: isAllowed(.manageSchool, visit))
    }

    /// What a form asks for.
    ///
    /// - Throws: ``TrackerError/fields(_:)`` with every day that is none.
    private static func change(_ fields: FormFields, _ year: SchoolYear) throws -> SummativeChange {
        var problems: [FieldProblem] = []
        func day(_ field: String, _ name: String) -> CalendarDate? {
            if let day = CalendarDate(iso: trimBlanks(fields[field])) { return day }
            problems.append(
                FieldProblem(
                    field,
                    trimBlanks(fields[field]).isEmpty
                        ? "Enter \(name)." : "Enter \(name) as a real date, like 2026-05-14."))
            return nil
        }
        let change: SummativeChange
        switch fields["do"] {
        case "subjects":
            change = SummativeChange(subjects: try SummativeChange.subjects(named: fields.all("subject")))
        case "usual-terms": change = SummativeChange(terms: [.init(year, nil)])
        case "terms":
            let spans = SummativeTerm.allCases.map { term in
                (
                    day("\(term.rawValue).first", "the first day of \(term.title)"),
                    day("\(term.rawValue).last", "the last day of \(term.title)")
                )
            }
            change = SummativeChange(
                terms: [
                    .init(
                        year,
                        spans.compactMap { first, last in
                            first.flatMap { first in last.map { TermSpan(first: first, last: $0) } }
                        })
                ])
        case "words":
            let labels = Judgement.allCases.map {
                JudgementLabel(short: fields["\($0.rawValue).short"], words: fields["\($0.rawValue).words"])
            }
            let from = day("from", "the day from which the words are in force")
            change = SummativeChange(words: from.map { .init(from: $0, labels) })
        default: throw PageRefusal.noSuchPage
        }
        guard problems.isEmpty else { throw TrackerError.fields(problems) }
        return change
    }
}

extension JudgementSettingsModel {
    /// Keeps what was typed in the form that was sent.
    fileprivate mutating func take(_ fields: FormFields) {
        switch fields["do"] {
        case "subjects":
            let chosen = fields.all("subject")
            for index in subjects.indices { subjects[index].isOn = chosen.contains(subjects[index].id) }
        case "terms":
            for index in terms.indices {
                terms[index].first = fields["\(terms[index].id).first"]
                terms[index].last = fields["\(terms[index].id).last"]
            }
        case "words":
            for index in words.indices {
                words[index].short = fields["\(words[index].id).short"]
                words[index].words = fields["\(words[index].id).words"]
            }
            from = fields["from"]
        default: break
        }
    }
}
