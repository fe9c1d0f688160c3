import Assessment
import Pages

extension Pages.PupilResults {
    /// One year's End of Key Stage 2 of a pupil: a line for each subject of which something is known.
    init(year: SchoolYear, row: KeyStage2Row) {
        let cells = row.cells()
        func value(_ column: Column?) -> String? { column.flatMap { cells[$0.id]?.value } }
        var lines: [Line] = []
        for subject in Subject.allCases {
            let test = row.columns.test(subject)
            let marks = test?.papers.map { value($0) ?? "–" } ?? []
            let line = Line(
                subject: subject, marks: marks.allSatisfy { $0 == "–" } ? nil : marks.joined(separator: " + "),
                total: value(test?.total), scaledScore: value(test?.scaled), outcome: value(test?.outcome),
                teacherAssessment: value(row.columns.teacherAssessment(subject)))
            let known = [line.marks, line.total, line.scaledScore, line.outcome, line.teacherAssessment]
            if known.contains(where: { $0 != nil }) { lines.append(line) }
        }
        self.init(assessment: .ks2, year: year, lines: lines)
    }
}
