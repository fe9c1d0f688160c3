extension KeyStageShape {
    /// End of Key Stage 1 (Year 2). Papers and maxima are those of the tests since 2016.
    ///
    /// The teacher assessment is the result; the tests inform it, so none is due and nothing locks.
    static let keyStage1 = KeyStageShape(
        assessment: .ks1, keyStage: 1, scale: 85...115,
        tests: [
            Test(subject: .reading, papers: [("Paper 1", 20), ("Paper 2", 20)], hasTeacherAssessment: true),
            Test(
                subject: .gps, papers: [("Paper 1 (spelling)", 20), ("Paper 2 (questions)", 20)],
                hasTeacherAssessment: false),
            Test(
                subject: .mathematics, papers: [("Paper 1 (arithmetic)", 25), ("Paper 2 (reasoning)", 35)],
                hasTeacherAssessment: true),
        ], testsAreDue: false, excludesFrom: nil, knownThresholds: "the mark for 100 is known")
}
