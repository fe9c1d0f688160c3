import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    func assessmentsPage(_ visit: Visit) async throws -> Response {
        // A reader without names has nothing to open here; the figures are what they came for.
        guard isAllowed(.viewPupils, visit) else { return .seeOther(visit.place.link(.reports)) }
        var items: [AssessmentsModel.Item] = []
        if let sheet = try await sheet(visit) {
            items.append(
                AssessmentsModel.Item(
                    kind: .ks2, pupils: sheet.pupils.count, recorded: sheet.done, due: sheet.due,
                    lastChange: lastChange(sheet)))
        }
        return try await show(
            AssessmentsModel(place: visit.place, items: items, canImport: isAllowed(.importFiles, visit)), visit)
    }

    func chooseClassPage(_ kind: AssessmentKind, _ visit: Visit) async throws -> Response {
        let whole = try await tracker.grid(
            kind, school: visit.school, year: visit.year, className: nil, as: visit.caller)
        var groups = [
            ChooseClassModel.Group(
                title: kind.yearGroup.title, className: nil, pupils: whole.pupils.count, recorded: whole.done,
                due: whole.due, subjects: subjects(whole))
        ]
        for name in whole.snapshot.classes {
            let sheet = try await tracker.grid(
                kind, school: visit.school, year: visit.year, className: name, as: visit.caller)
            groups.append(
                ChooseClassModel.Group(
                    title: name, className: name, pupils: sheet.pupils.count, recorded: sheet.done, due: sheet.due,
                    subjects: subjects(sheet)))
        }
        return try await show(
            ChooseClassModel(
                place: visit.place, kind: kind, groups: whole.pupils.isEmpty ? [] : groups,
                canImport: isAllowed(.importFiles, visit)), visit)
    }

    /// The whole year group's End of Key Stage 2; nil for a year in which it was not held.
    func sheet(_ visit: Visit) async throws -> GridSheet? {
        do {
            return try await tracker.grid(
                .ks2, school: visit.school, year: visit.year, className: nil, as: visit.caller)
        } catch TrackerError.notHeld { return nil }
    }

    private func subjects(_ sheet: GridSheet) -> [ChooseClassModel.SubjectCount] {
        sheet.subjects.map { .init(title: $0.subject.title, recorded: $0.done, due: $0.due) }
    }

    private func lastChange(_ sheet: GridSheet) -> String? {
        let times = sheet.pupils.lazy.flatMap { sheet.stored($0).values.lazy.map(\.changedAt) }
        return times.max().map(tracker.clock.inWords)
    }
}
