import Assessment
import Pages

extension Pages.PupilResults {
    /// One assessment of a pupil in one year, everything of which something is known.
    init(_ assessment: YearGroupAssessment, year: SchoolYear, row: any AssessmentRow) {
        guard let row = row as? KeyStageRow else {
            self.init(title: assessment.title, year: year, parts: Self.parts(row))
            return
        }
        self.init(title: assessment.title, year: year, lines: Self.lines(row))
    }

    /// A line for each subject of the key stage.
    private static func lines(_ row: KeyStageRow) -> [Line] {
        let cells = row.cells()
        func value(_ column: Column?) -> String? { column.flatMap { cells[$0.id]?.value } }
        return Subject.keyStage.compactMap { subject in
            let test = row.columns.test(subject)
            let marks = test?.papers.map { value($0) ?? "–" } ?? []
            let line = Line(
                subject: subject, marks: marks.allSatisfy { $0 == "–" } ? nil : marks.joined(separator: " + "),
                total: value(test?.total), scaledScore: value(test?.scaled), outcome: value(test?.outcome),
                teacherAssessment: value(row.columns.teacherAssessment(subject)))
            let known = [line.marks, line.total, line.scaledScore, line.outcome, line.teacherAssessment]
            return known.contains { $0 != nil } ? line : nil
        }
    }

    /// The groups of the grid's first view.
    private static func parts(_ row: any AssessmentRow) -> [Part] {
        let cells = row.cells()
        return (row.columns.filters.first?.groups ?? []).compactMap { group in
            let values = group.columns.compactMap { column in
                cells[column.id]?.value.map { Value(title: column.fullTitle, text: $0) }
            }
            return values.isEmpty ? nil : Part(title: group.title, values: values)
        }
    }
}
