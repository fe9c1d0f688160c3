/// The columns of End of Key Stage 2.
public typealias KeyStage2Columns = KeyStageColumns
/// One pupil's End of Key Stage 2.
public typealias KeyStage2Row = KeyStageRow

extension KeyStageShape {
    /// End of Key Stage 2 (Year 6). Papers and maxima are those of the tests since 2016.
    static let keyStage2 = KeyStageShape(
        assessment: .ks2, keyStage: 2, scale: 80...120,
        tests: [
            Test(subject: .reading, papers: [("paper", 50)], hasTeacherAssessment: true),
            Test(
                subject: .gps, papers: [("Paper 1 (questions)", 50), ("Paper 2 (spelling)", 20)],
                hasTeacherAssessment: false),
            Test(
                subject: .mathematics,
                papers: [("Paper 1 (arithmetic)", 40), ("Paper 2 (reasoning)", 35), ("Paper 3 (reasoning)", 35)],
                hasTeacherAssessment: true),
        ], testsAreDue: true, excludesFrom: 2019, knownThresholds: "the marks for 100 and 110 are known")
}
