public import Assessment

/// One pupil's End of Key Stage 2 for the pupil's parents: each result in words, with the school's and the national figure beside it.
///
/// Source: the Education (Pupil Information) (England) Regulations 2005, schedule 1: results of the tests and of teacher assessment with a short
/// account of what they mean, and the school's and the national results of pupils of that age to compare with.
/// Special consideration is never shown: the pupil's own score does not change by it.
public struct ParentsSheet: Sendable, Hashable {
    public let pupilID: Int64
    /// `Amelia Bell`, as parents call the child: by the preferred names where there are any.
    public let name: String
    public let className: String?
    /// The tests in reading, grammar, punctuation and spelling, and mathematics; empty in a draft.
    public let tests: [ParentsResult]
    /// The teachers' own assessments.
    public let teacherAssessments: [ParentsResult]
    /// Whether it was made before the test results are known.
    public let isDraft: Bool

    /// - Parameters:
    ///   - school: the figures of the whole cohort as a reader without names may see them: a sheet leaves the school.
    ///   - isDraft: leaves the tests out, even where marks are in.
    public init(
        record: KeyStage2Record, school: KeyStage2Outcomes, national: NationalFigures, isDraft: Bool
    ) {
        let pupil = record.pupil
        pupilID = pupil.id
        name = "\(pupil.preferredForename ?? pupil.forename) \(pupil.preferredSurname ?? pupil.surname)"
        className = record.place.className
        self.isDraft = isDraft
        let row = record.row
        func comparison(_ subject: Subject) -> (school: String?, national: String?) {
            guard let area = KeyStage2Area(rawValue: subject.rawValue) else { return (nil, nil) }
            let figure = national.figure(
                assessment: "ks2", subject: area.rawValue, measure: "pct_expected", year: school.year)
            return (
                school[area].flatMap { $0.eligible == 0 ? nil : $0.expected.inWords },
                figure.map { "\(DisplayNumber.whole($0.value))% (\($0.year))" }
            )
        }
        func line(_ subject: Subject, _ words: (result: String?, meaning: String)) -> ParentsResult {
            let beside = comparison(subject)
            return ParentsResult(
                subject: subject, result: words.result, meaning: words.meaning, school: beside.school,
                national: beside.national)
        }
        tests =
            isDraft
            ? []
            : row.columns.tests.map { test in line(test.subject, Self.words(row, test)) }
        teacherAssessments = Subject.keyStage.compactMap { subject in
            guard let column = row.columns.teacherAssessment(subject) else { return nil }
            guard let value = row.facts[column.id] else {
                // A teacher assessment of a tested subject is made only where there is no test.
                guard row.columns.test(subject) == nil else { return nil }
                return line(subject, (nil, "Not recorded yet"))
            }
            return line(subject, (nil, column.code(value)?.meaning ?? value))
        }
    }

    private static func words(_ row: KeyStage2Row, _ test: KeyStage2Columns.Test) -> (result: String?, meaning: String)
    {
        let result = row.result(test)
        if let score = result.score {
            let meaning =
                score.score >= 110
                ? "Met the expected standard, with a high score"
                : score.score >= 100 ? "Met the expected standard" : "Did not meet the expected standard"
            return (String(score.score), meaning)
        }
        switch result.outcome {
        // What a school has to know of these is not for a sheet that leaves it.
        case "H", "Q": return (nil, "The result was annulled. The school will explain it")
        case "CA", "AS": return (nil, "Met the expected standard")
        case "CN", "NS": return (nil, "Did not meet the expected standard")
        case let code?: return (nil, test.outcome.code(code)?.meaning ?? code)
        case nil: break
        }
        if result.total != nil || result.marks.contains(where: { $0 != nil }) {
            return (nil, "The score is not known yet")
        }
        if let column = test.teacherAssessment, row.facts[column.id] != nil {
            return (nil, "Did not take the test; see the teacher’s assessment")
        }
        return (nil, "No result yet")
    }
}
