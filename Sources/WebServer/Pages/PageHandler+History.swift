import Assessment
import Hummingbird
import Pages
import Storage
import Tracker

extension PageHandler {
    /// What happened to one cell.
    func cellHistoryPage(_ kind: AssessmentKind, _ query: CellHistoryQuery, _ visit: Visit) async throws -> Response {
        let history = try await tracker.history(
            kind, year: visit.year, pupil: query.pupil, column: ColumnID(rawValue: query.column),
            school: visit.school, as: visit.caller)
        // A column of the phonics check says whose it is; a judgement's is of every year group.
        let ofPupil = kind == .summative ? history.yearGroup : nil
        let known = try await tracker.columns(of: visit.school, judged: false)
        let group =
            ofPupil
            ?? kind.yearGroups.first { group in
                let columns = try? known.columns(of: YearGroupAssessment(kind, group), year: visit.year)
                return columns?.column(history.column.id)?.isStored == true
            }
        let opensFiles = isAllowed(.importFiles, visit)
        let model = CellHistoryModel(
            place: visit.place, kind: kind, yearGroup: group == kind.yearGroup ? nil : group,
            pupil: history.pupil.displayName, column: history.column.fullTitle,
            current: history.current?.value, revision: Int(history.current?.revision ?? 0),
            changes: history.entries.map { entry in
                let change = entry.change
                let role = Role(rawValue: change.author.role)?.title ?? change.author.role
                return CellHistoryModel.Change(
                    from: change.oldValue, to: change.newValue, when: tracker.clock.inWords(change.at),
                    who: change.author.name + " (\(role))", how: change.author.source.inWords,
                    assessedOn: change.newValue == nil ? nil : change.assessedOn?.inWords, file: entry.fileName,
                    fileAddress: opensFiles ? change.batchID.map { visit.place.link(.batch($0)) } : nil)
            }, canRestore: history.canRestore)
        return query.isPart ? .html(model.fragment) : try await show(model, visit)
    }
}
