/// How many pupils have each code, by subject: teacher assessments, or test codes in place of a score.
public struct OutcomeCodes: Sendable, Hashable {
    /// A code with its meaning and its counts.
    public struct Row: Sendable, Hashable {
        /// The code ("GDS").
        public var code: String
        /// What it means.
        public var meaning: String
        /// A count for each subject, in the order of the columns; nil where the subject has no such code.
        public var counts: [OutcomeFigure?]

        /// Makes a row.
        public init(code: String, meaning: String, counts: [OutcomeFigure?]) {
            self.code = code
            self.meaning = meaning
            self.counts = counts
        }
    }

    /// What is counted ("Teacher assessment by code").
    public var title: String
    /// The subjects across.
    public var subjects: [String]
    /// The codes that occur, in the order of the Information key.
    public var rows: [Row]

    /// Makes a table.
    public init(title: String, subjects: [String], rows: [Row]) {
        self.title = title
        self.subjects = subjects
        self.rows = rows
    }
}
