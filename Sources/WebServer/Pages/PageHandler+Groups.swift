import Assessment
import HTTPTypes
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func groupsPage(_ visit: Visit) async throws -> Response {
        let groups = try await tracker.ownGroups(of: visit.school, year: visit.year, as: visit.caller)
        return try await show(
            GroupsModel(
                place: visit.place,
                rows: groups.map { .init(name: $0.name, pupils: $0.pupils.count, elsewhere: $0.elsewhere) },
                choices: try await ruleChoices(visit), canEdit: isAllowed(.editPupils, visit)), visit)
    }

    func groupPage(_ query: OwnGroupQuery, _ visit: Visit) async throws -> Response {
        let model = try await model(query, visit)
        return try await show(model, visit, status: model.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Saves who is ticked, removes the group, or takes such a change back.
    func changeGroup(_ query: OwnGroupQuery, _ visit: Visit) async throws -> Response {
        let fields = try await fields(visit.signedIn)
        try tracker.require(.editPupils, visit.caller, in: visit.school)
        if let batch = Int64(fields["undo"]) { return try await undoGroup(batch, query, visit) }
        let members = Set(fields.all("member").compactMap { Int64($0) })
        let shown = Set(fields.all("shown").compactMap { Int64($0) })
        let newName = fields["new-name"]
        let isStored = try await tracker.ownGroups(of: visit.school, year: visit.year, as: visit.caller)
            .contains { $0.name == query.name }
        // A group that is not there yet is made under the name that the form has by now.
        let change = GroupChange(
            name: isStored ? query.name : newName, newName: isStored ? newName : nil, adding: members,
            removing: shown.subtracting(members), dissolves: fields["do"] == "dissolve")
        let outcome: GroupOutcome
        func again(_ errors: [FieldError]) async throws -> Response {
            var model = try await model(query, visit)
            model.errors = errors
            model.newName = newName
            for index in model.rows.indices where shown.contains(model.rows[index].id) {
                model.rows[index].isTicked = members.contains(model.rows[index].id)
            }
            return try await show(model, visit, status: .unprocessableContent)
        }
        guard isStored || !members.isEmpty else {
            return try await again([
                FieldError(field: nil, message: "Tick at least one pupil: a group is the pupils in it.")
            ])
        }
        do {
            outcome = try await tracker.change(group: change, school: visit.school, as: visit.caller)
        } catch let error as TrackerError {
            guard let errors = error.fieldErrors(["name": "new-name"]) else { throw error }
            return try await again(errors)
        }
        let route: Route =
            outcome.members == 0
            ? visit.place.route(.groups) : visit.place.route(.group(OwnGroupQuery(name: outcome.name)))
        let undo = outcome.batch.map { batch in
            Notice.Undo(
                route: visit.place.route(.group(OwnGroupQuery(name: outcome.name))), fields: ["undo": String(batch)])
        }
        return redirect(to: route, visit.signedIn, notice: Notice(Self.words(outcome), undo: undo))
    }

    private func undoGroup(_ batch: Int64, _ query: OwnGroupQuery, _ visit: Visit) async throws -> Response {
        let found = try await tracker.batch(batch, as: visit.caller)
        guard found.school.id == visit.school.id else { throw TrackerError.unknownBatch("\(batch)") }
        let outcome = try await tracker.undo(batch: batch, as: visit.caller)
        return redirect(
            to: visit.place.route(.groups), visit.signedIn,
            notice: Notice(
                "Taken back: \(found.batch.fileName). \(outcome.pupilsRestored == 1 ? "1 pupil is" : "\(outcome.pupilsRestored) pupils are") as before."
            ))
    }

    private static func words(_ outcome: GroupOutcome) -> String {
        guard outcome.batch != nil else { return "Nothing about \(outcome.name) was changed." }
        guard outcome.members > 0 else { return "The group \(outcome.name) was removed." }
        var parts: [String] = []
        if outcome.added > 0 { parts.append("\(outcome.added) put in") }
        if outcome.removed > 0 { parts.append("\(outcome.removed) taken out") }
        let changes = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
        return
            "\(outcome.name) was saved\(changes). \(outcome.members == 1 ? "1 pupil is" : "\(outcome.members) pupils are") in it."
    }

    // MARK: The page

    private func model(_ query: OwnGroupQuery, _ visit: Visit) async throws -> GroupModel {
        let group = try await tracker.ownGroups(of: visit.school, year: visit.year, as: visit.caller)
            .first { $0.name == query.name }
        var rule = GroupRule(
            yearGroups: query.yearGroup.map { [$0] } ?? [], classes: query.className.map { [$0] } ?? [])
        rule.groups = query.rules.compactMap { PupilGroup(id: $0) }
        let fitting =
            query.isFiltered
            ? try await tracker.pupils(fitting: rule, school: visit.school, year: visit.year, as: visit.caller) : []
        let members = Set(group?.pupils.map(\.pupil.id) ?? [])
        let listed = (group?.pupils ?? []) + fitting.filter { !members.contains($0.pupil.id) }
        return GroupModel(
            place: visit.place, query: query,
            rows: listed.map { listed in
                let isMember = members.contains(listed.pupil.id)
                return GroupModel.Row(
                    id: listed.pupil.id, name: listed.pupil.displayName,
                    standing: listed.place?.className ?? listed.place?.yearGroup.title ?? "–", isMember: isMember,
                    isTicked: isMember || query.ticks)
            }, isStored: group != nil, elsewhere: group?.elsewhere ?? 0, newName: query.name,
            choices: try await ruleChoices(visit), canEdit: isAllowed(.editPupils, visit))
    }

    private func ruleChoices(_ visit: Visit) async throws -> GroupRuleChoices {
        let pupils = try await tracker.pupils(of: visit.school, year: visit.year, as: visit.caller)
        return GroupRuleChoices(
            yearGroups: Set(pupils.compactMap(\.place?.yearGroup)).sorted(),
            classes: Set(pupils.compactMap { $0.place?.className }).sorted())
    }
}
