public import Assessment

/// A pupil's results in one assessment and one year.
public struct PupilResults: Hashable, Sendable {
    /// One subject's results, as they are shown; nil where there is none.
    public struct Line: Hashable, Sendable {
        public var subject: Subject
        /// Raw marks by paper, `38` or `20 + 25 + 24`, or a code.
        public var marks: String?
        public var total: String?
        public var scaledScore: String?
        public var outcome: String?
        public var teacherAssessment: String?

        public init(
            subject: Subject, marks: String? = nil, total: String? = nil, scaledScore: String? = nil,
            outcome: String? = nil, teacherAssessment: String? = nil
        ) {
            self.subject = subject
            self.marks = marks
            self.total = total
            self.scaledScore = scaledScore
            self.outcome = outcome
            self.teacherAssessment = teacherAssessment
        }
    }

    public var assessment: AssessmentKind
    public var year: SchoolYear
    public var lines: [Line]

    public init(assessment: AssessmentKind, year: SchoolYear, lines: [Line]) {
        self.assessment = assessment
        self.year = year
        self.lines = lines
    }
}
