import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func rollOverPage(_ visit: Visit) async throws -> Response {
        do {
            let plan = try await tracker.planRollOver(after: visit.year, school: visit.school, as: visit.caller)
            return try await show(model(plan, RollOverChoices(), visit), visit)
        } catch TrackerError.nothingToRollOver {
            return try await show(emptyModel(visit), visit)
        }
    }

    /// Shows what the choices of the form would do, or does it.
    func rollOver(_ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        var problems: [FieldError] = []
        let choices = RollOverChoices(fields, &problems)
        guard problems.isEmpty, fields["do"] == "start" else {
            return try await again(choices, visit, problems, status: problems.isEmpty ? .ok : .unprocessableContent)
        }
        let outcome: RollOverOutcome
        do {
            outcome = try await tracker.rollOver(
                after: visit.year, choices: choices, agreed: fields["agreed"], school: visit.school, as: visit.caller)
        } catch let error as TrackerError {
            switch error {
            case .fields, .planIsOld: return try await again(choices, visit, problems, because: error)
            default: throw error
            }
        }
        let place = SchoolPlace(school: visit.school.dfe, year: outcome.plan.to)
        return redirect(
            to: place.route(.pupils()), visit.signedIn,
            notice: Notice(
                Self.words(outcome),
                undo: outcome.batch.map { .init(route: place.route(.undoBatch($0)), label: "Undo this") }))
    }

    private func again(
        _ choices: RollOverChoices, _ visit: Visit, _ problems: [FieldError], because error: TrackerError? = nil,
        status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        var errors = problems
        if let error {
            errors += error.fieldErrors() ?? [FieldError(field: nil, message: error.message)]
        }
        var possible = choices
        if error != nil || !problems.isEmpty { possible.lastDay = nil }
        do {
            let plan = try await tracker.planRollOver(
                after: visit.year, choices: possible, school: visit.school, as: visit.caller)
            return try await show(
                model(plan, choices, visit, errors), visit, status: status ?? error?.status ?? .ok)
        } catch let refused as TrackerError {
            guard let more = refused.fieldErrors() else { throw refused }
            // What was typed can't be planned with: the proposals are shown, and what is wrong.
            let plan = try await tracker.planRollOver(after: visit.year, school: visit.school, as: visit.caller)
            return try await show(
                model(plan, choices, visit, errors + more), visit, status: .unprocessableContent)
        }
    }

    private static func words(_ outcome: RollOverOutcome) -> String {
        let plan = outcome.plan
        guard outcome.batch != nil else {
            return "Everybody of \(plan.from.label) has a place in \(plan.to.label) or has left: nothing was changed."
        }
        let placed = plan.pupils.count { $0.newPlace != nil }
        let leavers = plan.count { if case .leaves = $0 { true } else { false } }
        return
            "\(plan.to.label) was started: \(placed == 1 ? "1 pupil has" : "\(placed) pupils have") a place, \(leavers == 1 ? "1 pupil leaves" : "\(leavers) pupils leave") on \(plan.lastDay.inWords)."
    }

    // MARK: The page

    private func model(
        _ plan: RollOverPlan, _ choices: RollOverChoices, _ visit: Visit, _ errors: [FieldError] = []
    ) -> RollOverModel {
        func count(_ isCounted: (RollOverPupil.Step) -> Bool) -> Int { plan.count(isCounted) }
        return RollOverModel(
            place: visit.place, newYear: plan.to,
            classes: plan.classes.map { line in
                let members = plan.pupils.compactMap { planned -> RollOverModel.Member? in
                    guard planned.place.yearGroup == line.key.yearGroup, planned.place.className == line.key.className
                    else { return nil }
                    switch planned.step {
                    case .isPlaced, .hasLeft: return nil
                    case .staysDown:
                        return .init(id: planned.pupil.id, name: planned.pupil.displayName, staysDown: true)
                    case .moves, .leaves:
                        return .init(id: planned.pupil.id, name: planned.pupil.displayName, staysDown: false)
                    }
                }
                return RollOverModel.ClassLine(
                    key: line.key.text, title: line.key.title, pupils: line.pupils,
                    newYearGroup: line.newYearGroup?.title,
                    newName: choices.classes[line.key] ?? line.newClass ?? "", members: members)
            },
            moving: count { if case .moves = $0 { true } else { false } },
            leaving: count { if case .leaves = $0 { true } else { false } },
            stayingDown: count { if case .staysDown = $0 { true } else { false } },
            placed: count { if case .isPlaced = $0 { true } else { false } },
            left: count { if case .hasLeft = $0 { true } else { false } },
            lastYearGroup: plan.lastYearGroup, lastDay: (choices.lastDay ?? plan.lastDay).description,
            fingerprint: plan.fingerprint, errors: errors)
    }

    private func emptyModel(_ visit: Visit) -> RollOverModel {
        RollOverModel(
            place: visit.place, newYear: visit.year.advanced(by: 1) ?? visit.year, classes: [], moving: 0, leaving: 0,
            stayingDown: 0, placed: 0, left: 0, lastYearGroup: .year6, lastDay: "", fingerprint: "")
    }
}

extension RollOverClass.Key {
    /// As a form sends it: `5 5 Kestrel`; the year group first.
    var text: String { "\(yearGroup.rawValue) \(className ?? "")" }

    /// As the page says it: `Year 5, 5 Kestrel`.
    var title: String { className.map { "\(yearGroup.title), \($0)" } ?? "\(yearGroup.title), no class" }

    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let yearGroup = YearGroup(rawValue: parts[0]) else { return nil }
        self.init(yearGroup: yearGroup, className: parts[1].isEmpty ? nil : parts[1])
    }
}

extension RollOverChoices {
    /// The choices of the page's form.
    init(_ fields: FormFields, _ problems: inout [FieldError]) {
        self.init()
        for (key, name) in fields.answers("class") {
            if let key = RollOverClass.Key(key) { classes[key] = name }
        }
        staying = Set(fields.all("stay").compactMap { Int64($0) })
        lastYearGroup = YearGroup(rawValue: fields["last-year-group"])
        let day = fields["last-day"]
        if !day.isEmpty {
            lastDay = CalendarDate(iso: day)
            if lastDay == nil {
                problems.append(
                    FieldError(field: "last-day", message: "The last day must be a real date, like 2026-07-22."))
            }
        }
    }
}
