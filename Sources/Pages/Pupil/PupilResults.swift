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

    /// Results that stand together, as the grid groups them: an area of learning with its goals.
    public struct Part: Hashable, Sendable {
        public var title: String
        /// What each value is of, and the value.
        public var values: [Value]

        public init(title: String, values: [Value]) {
            self.title = title
            self.values = values
        }
    }

    public struct Value: Hashable, Sendable {
        public var title: String
        public var text: String

        public init(title: String, text: String) {
            self.title = title
            self.text = text
        }
    }

    /// `End of Key Stage 2`, `Phonics screening check, Year 2`.
    public var title: String
    public var year: SchoolYear
    /// Of an assessment of marks and scaled scores.
    public var lines: [Line]
    /// Of any other assessment.
    public var parts: [Part]

    public init(title: String, year: SchoolYear, lines: [Line] = [], parts: [Part] = []) {
        self.title = title
        self.year = year
        self.lines = lines
        self.parts = parts
    }
}
