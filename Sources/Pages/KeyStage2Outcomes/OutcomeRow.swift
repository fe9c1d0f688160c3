/// One line of the report: how many pupils met the standard in a subject, or in reading, writing and mathematics together.
public struct OutcomeRow: Sendable, Hashable {
    /// An average scaled score.
    public struct Average: Sendable, Hashable {
        /// To one decimal, as shown ("104.6").
        public var words: String
        /// Pupils with a scaled score.
        public var pupils: OutcomeFigure

        /// Makes an average.
        public init(words: String, pupils: OutcomeFigure) {
            self.words = words
            self.pupils = pupils
        }
    }

    /// Pupils who are in no denominator, with the reason in words ("left", "missing", "not yet recorded").
    public struct LeftOut: Sendable, Hashable {
        /// How many.
        public var figure: OutcomeFigure
        /// Why, after the number ("left the school (L)").
        public var reason: String

        /// Makes a count.
        public init(_ figure: OutcomeFigure, reason: String) {
            self.figure = figure
            self.reason = reason
        }
    }

    /// What the line is about ("Reading, writing and mathematics").
    public var title: String
    /// Whether it is by teacher assessment.
    public var isTeacherAssessment: Bool
    /// Pupils in the denominator.
    public var eligible: OutcomeFigure
    /// Pupils at the expected standard or above.
    public var expected: OutcomeFigure
    /// Pupils at the higher standard or greater depth; nil in science.
    public var higher: OutcomeFigure?
    /// "higher standard", or "greater depth" in writing.
    public var higherName: String
    /// The average scaled score; nil where there is none.
    public var average: Average?
    /// Who is in no denominator, by reason.
    public var leftOut: [LeftOut]
    /// National share at the expected standard; nil where none is published.
    public var national: OutcomeNational?
    /// National share at the higher standard; nil where none is published.
    public var nationalHigher: OutcomeNational?
    /// The range in which chance alone could put the share ("50% to 74%"); nil without pupils.
    public var interval: String?
    /// "one pupil is 1.8 points"; nil without pupils.
    public var onePupil: String?
    /// What is said instead of all figures, for a reader who may not see them.
    public var withheld: String?

    /// Makes a line.
    public init(
        title: String, isTeacherAssessment: Bool = false, eligible: OutcomeFigure, expected: OutcomeFigure,
        higher: OutcomeFigure?, higherName: String = "higher standard", average: Average? = nil,
        leftOut: [LeftOut] = [],
        national: OutcomeNational? = nil, nationalHigher: OutcomeNational? = nil, interval: String? = nil,
        onePupil: String? = nil, withheld: String? = nil
    ) {
        self.title = title
        self.isTeacherAssessment = isTeacherAssessment
        self.eligible = eligible
        self.expected = expected
        self.higher = higher
        self.higherName = higherName
        self.average = average
        self.leftOut = leftOut
        self.national = national
        self.nationalHigher = nationalHigher
        self.interval = interval
        self.onePupil = onePupil
        self.withheld = withheld
    }

    /// The line as a bar.
    var bar: ShareBar {
        ShareBar(
            title: title, below: eligible.count - expected.count, at: expected.count - (higher?.count ?? 0),
            higher: higher?.count, national: national.map { ChartNational(percent: $0.percent, year: $0.year) },
            levelNames: ["not met", "expected", higherName])
    }
}
