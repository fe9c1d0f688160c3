/// What the assessment at the end of a key stage consists of; declared once for each, in a file of its own.
struct KeyStageShape: Sendable {
    struct Test: Sendable {
        let subject: Subject
        /// Titles and highest marks.
        let papers: [(title: String, maximum: Int)]
        /// Whether a teacher assessment of the subject stands beside the test.
        let hasTeacherAssessment: Bool
    }

    let assessment: AssessmentKind
    /// 1 or 2.
    let keyStage: Int
    /// Of the scaled scores.
    let scale: ClosedRange<Int>
    /// Reading; grammar, punctuation and spelling; mathematics.
    let tests: [Test]
    /// Whether a test is due of every pupil.
    let testsAreDue: Bool
    /// The first year in which test and teacher assessment of a subject close each other; nil: never.
    let excludesFrom: Int?
    /// What the thresholds tell where there is no table: `the marks for 100 and 110 are known`.
    let knownThresholds: String

    func columns(year: Int, codes: CodeLists) -> (tests: [KeyStageColumns.Test], writing: Column, science: Column) {
        func assessment(_ subject: Subject) -> Column {
            Column(
                id: ColumnID(rawValue: "\(subject.rawValue).ta"), subject: subject, kind: .teacherAssessment,
                title: "teacher assessment", codes: codes.codes(self.assessment, subject, .ta, year: year))
        }
        let tests = self.tests.map { test in
            let testCodes = codes.codes(self.assessment, test.subject, .test, year: year)
            let paperCodes = testCodes.filter {
                $0.entry != .history && $0.measure != .byScore && ($0.code != "N" || $0.entry == .typed)
            }
            func id(_ part: String) -> ColumnID { ColumnID(rawValue: "\(test.subject.rawValue).\(part)") }
            let maximum = test.papers.reduce(0) { $0 + $1.maximum }
            return KeyStageColumns.Test(
                subject: test.subject,
                papers: test.papers.enumerated().map { offset, paper in
                    Column(
                        id: id("paper\(offset + 1)"), subject: test.subject, kind: .mark(maximum: paper.maximum),
                        title: paper.title, codes: paperCodes)
                },
                total: Column(
                    id: id("total"), subject: test.subject, kind: .total(maximum: maximum), title: "total", codes: []),
                scaled: Column(
                    id: id("scaled"), subject: test.subject, kind: .scaledScore(scale), title: "scaled score",
                    codes: []),
                outcome: Column(
                    id: id("outcome"), subject: test.subject, kind: .outcome, title: "outcome", codes: testCodes),
                teacherAssessment: test.hasTeacherAssessment ? assessment(test.subject) : nil)
        }
        return (tests, assessment(.writing), assessment(.science))
    }
}
