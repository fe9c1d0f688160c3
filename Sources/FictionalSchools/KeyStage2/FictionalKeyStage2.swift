public import Assessment

/// One fictional pupil's End of Key Stage 2: what a school types, and what the official results file says.
public struct FictionalKeyStage2: Sendable, Hashable {
    /// One test.
    public enum Test: Sendable, Hashable {
        case sat(Sitting)
        /// A code in place of marks; `paper` (from 0) is the one in which it stands.
        case code(String, paper: Int)
    }

    /// A test with all its papers.
    public struct Sitting: Sendable, Hashable {
        /// By paper.
        public let marks: [Int]
        /// By the year's table; nil for N, and where no table is at hand.
        public let scaledScore: Int?
        /// Counts with 3 more in the school's measures; never without a scaled score.
        public let hasSpecialConsideration: Bool
        /// AS, NS or N; nil where neither table nor threshold of the year is known.
        public let outcome: String?

        public var total: Int { marks.reduce(0, +) }
    }

    public let pupilID: Int64
    public let year: SchoolYear
    public let reading: Test
    public let gps: Test
    public let mathematics: Test
    /// A code such as `EXS`.
    public let writing: String
    /// `EXS`, `HNM`, or a code.
    public let science: String
    /// Only for a pupil below the standard of the test.
    public let readingTeacherAssessment: String?
    /// Only for a pupil below the standard of the test.
    public let mathematicsTeacherAssessment: String?

    /// The tests with their subjects, in the order of the grid.
    public var tests: [(subject: Subject, test: Test)] {
        [(.reading, reading), (.gps, gps), (.mathematics, mathematics)]
    }
}
