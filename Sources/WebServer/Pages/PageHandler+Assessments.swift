import Assessment
import Hummingbird
import Pages
import Reports
import Storage
import Tracker

extension PageHandler {
    func assessmentsPage(_ visit: Visit) async throws -> Response {
        // A reader without names has nothing to open here; the figures are what they came for.
        guard isAllowed(.viewPupils, visit) else { return .seeOther(visit.place.link(.reports)) }
        var items: [AssessmentsModel.Item] = []
        for kind in AssessmentKind.allCases {
            let sheets = try await sheets(kind, visit)
            items.append(
                AssessmentsModel.Item(
                    kind: kind,
                    cohorts: sheets.map {
                        .init(
                            yearGroup: $0.columns.yearGroup, pupils: $0.pupils.count, recorded: $0.done, due: $0.due)
                    }, note: tracker.reference.calendar.holding(of: kind, year: visit.year.endYear).note,
                    lastChange: sheets.compactMap(lastChange).max().map(tracker.clock.inWords)))
        }
        return try await show(
            AssessmentsModel(place: visit.place, items: items, canImport: isAllowed(.importFiles, visit)), visit)
    }

    func chooseClassPage(_ kind: AssessmentKind, _ visit: Visit) async throws -> Response {
        let wholes = try await sheets(kind, visit)
        // Says why there is none.
        if wholes.isEmpty {
            let columns = try await tracker.columns(of: visit.school, judged: kind == .summative)
            _ = try columns.columns(of: YearGroupAssessment(kind), year: visit.year)
        }
        let last = try await kind == .summative ? tracker.lastTerm(of: visit.year, school: visit.school) : nil
        var groups: [ChooseClassModel.Group] = []
        for whole in wholes where !whole.pupils.isEmpty {
            let assessment = whole.snapshot.assessment
            func group(_ sheet: GridSheet, _ name: String?) -> ChooseClassModel.Group {
                let judged = last.map { terms(sheet, upTo: $0) } ?? []
                return ChooseClassModel.Group(
                    title: name ?? assessment.yearGroup.title,
                    yearGroup: assessment.isUsual ? nil : assessment.yearGroup,
                    className: name, pupils: sheet.pupils.count,
                    recorded: judged.isEmpty ? sheet.done : judged.reduce(0) { $0 + $1.done },
                    due: judged.isEmpty ? sheet.due : judged.reduce(0) { $0 + $1.due },
                    subjects: judged.isEmpty
                        ? subjects(sheet)
                        : judged.map { .init(title: $0.term.title, recorded: $0.done, due: $0.due) })
            }
            groups.append(group(whole, nil))
            for name in whole.snapshot.classes {
                groups.append(
                    group(
                        try await tracker.grid(
                            assessment, school: visit.school, year: visit.year, className: name, as: visit.caller), name
                    ))
            }
        }
        return try await show(
            ChooseClassModel(
                place: visit.place, kind: kind,
                note: tracker.reference.calendar.holding(of: kind, year: visit.year.endYear).note, groups: groups,
                canImport: isAllowed(.importFiles, visit), canCopy: kind == .summative && canCopy(groups, visit)), visit
        )
    }

    /// The whole year groups' grids of an assessment; none in a year in which it was not held.
    func sheets(_ kind: AssessmentKind, _ visit: Visit) async throws -> [GridSheet] {
        var sheets: [GridSheet] = []
        for group in kind.yearGroups {
            do {
                sheets.append(
                    try await tracker.grid(
                        YearGroupAssessment(kind, group), school: visit.school, year: visit.year, className: nil,
                        as: visit.caller))
            } catch TrackerError.notHeld { continue }
        }
        return sheets
    }

    /// How much of each term is in, up to the one that is going on.
    private func terms(_ sheet: GridSheet, upTo last: SummativeTerm) -> [TermCompleteness] {
        let rows = sheet.pupils.compactMap { sheet.snapshot.row($0.id) as? SummativeRow }
        return TermCompleteness.terms(of: rows, upTo: last)
    }

    /// Whether the visitor may enter judgements of any of the classes.
    private func canCopy(_ groups: [ChooseClassModel.Group], _ visit: Visit) -> Bool {
        groups.contains { group in
            tracker.mayEnter(
                .summative, school: visit.school, year: visit.year, className: group.className, as: visit.caller)
        }
    }

    private func subjects(_ sheet: GridSheet) -> [ChooseClassModel.SubjectCount] {
        // One subject says no more than the bar.
        guard sheet.subjects.count > 1 else { return [] }
        return sheet.subjects.map { .init(title: $0.subject.title, recorded: $0.done, due: $0.due) }
    }

    private func lastChange(_ sheet: GridSheet) -> String? {
        let times = sheet.pupils.lazy.flatMap { sheet.stored($0).values.lazy.map(\.changedAt) }
        return times.max()
    }
}
