import Assessment
import Reports
import Storage

/// Makes the rows of pupils from what is stored of several assessments and years.
struct JourneyMaker {
    private struct Source {
        let kind: AssessmentKind
        let year: SchoolYear
        let snapshot: CohortSnapshot
        /// What is stored under the year before, of the phonics check alone.
        let before: CohortSnapshot?
        let columns: [YearGroup: any AssessmentColumns]
    }

    private let sources: [Source]

    /// - Parameters:
    ///   - snapshots: one for each assessment and year, in any order; a snapshot has the values of all year groups.
    ///   - summative: how the school judges.
    init(snapshots: some Sequence<CohortSnapshot>, cache: ColumnsCache, summative: SchoolSummative) {
        let all = Array(snapshots)
        sources = all.map { snapshot in
            let kind = snapshot.assessment.kind
            var columns: [YearGroup: any AssessmentColumns] = [:]
            for group in kind.yearGroups {
                columns[group] = try? cache.columns(
                    YearGroupAssessment(kind, group), year: snapshot.year, summative: summative)
            }
            let before =
                kind == .phonics
                ? all.first { $0.assessment.kind == kind && $0.year == snapshot.year.advanced(by: -1) } : nil
            return Source(kind: kind, year: snapshot.year, snapshot: snapshot, before: before, columns: columns)
        }
    }

    /// Every row of a pupil in which something is recorded.
    ///
    /// - Parameter place: where the pupil is in the year of the report.
    func rows(of pupil: Pupil, place: CohortPlace) -> [any AssessmentRow] {
        var rows: [any AssessmentRow] = []
        for source in sources {
            let facts = source.snapshot.facts(pupil.id)
            guard !facts.isEmpty else { continue }
            let tables = source.snapshot.tables
            guard source.kind == .phonics else {
                let group = yearGroup(pupil, place, source)
                if let columns = source.columns[group] { rows.append(columns.row(facts, earlier: [:], tables: tables)) }
                continue
            }
            // Each result of the check stands under the year group in its column's name.
            let first = facts.filter { $0.key.rawValue.hasPrefix("y1.") }
            let second = facts.filter { $0.key.rawValue.hasPrefix("y2.") }
            if !first.isEmpty, let columns = source.columns[.year1] {
                rows.append(columns.row(first, earlier: [:], tables: tables))
            }
            if !second.isEmpty, let columns = source.columns[.year2] {
                rows.append(columns.row(second, earlier: source.before?.facts(pupil.id) ?? [:], tables: tables))
            }
        }
        return rows
    }

    /// In which year group a pupil was: by the place of that year, and by age for who was not here yet.
    private func yearGroup(_ pupil: Pupil, _ place: CohortPlace, _ source: Source) -> YearGroup {
        guard source.kind == .summative else { return source.kind.yearGroup }
        if let then = source.snapshot.places[pupil.id]?.yearGroup, source.columns[then] != nil { return then }
        let age = place.yearGroup.ageAtStart - (place.year.endYear - source.year.endYear)
        return source.kind.yearGroups.first { $0.ageAtStart == age } ?? source.kind.yearGroup
    }
}
