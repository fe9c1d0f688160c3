public import Assessment

/// One line of the code table: what a tuple of codes means, in which years, and where its result belongs.
public struct CTFCodeEntry: Sendable, Hashable {
    public let stage: String
    public let subject: String
    public let method: String
    public let component: String
    public let qualifier: String
    /// The calendar years of results that the entry is for; open at the end when no last year is known.
    public let firstYear: Int
    public let lastYear: Int?
    /// The values as the source lists them, for people to read; `Assessment` decides what is valid.
    public let values: String
    public let meaning: String
    public let confidence: CTFConfidence
    /// The assessment the result belongs to; nil when results with these codes are kept but not used.
    public let assessment: AssessmentKind?
    /// The column; for phonics `mark` or `outcome` only, since the codes do not say whether it is the first check or the second.
    public let column: ColumnID?

    public init(
        stage: String, subject: String, method: String, component: String, qualifier: String, firstYear: Int,
        lastYear: Int?, values: String, meaning: String, confidence: CTFConfidence, assessment: AssessmentKind?,
        column: ColumnID?
    ) {
        self.stage = stage
        self.subject = subject
        self.method = method
        self.component = component
        self.qualifier = qualifier
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.values = values
        self.meaning = meaning
        self.confidence = confidence
        self.assessment = assessment
        self.column = column
    }

    /// True when results of this calendar year have these codes.
    public func covers(year: Int) -> Bool {
        year >= firstYear && year <= lastYear ?? Int.max
    }

    /// The codes as they stand in a record.
    public var tuple: CTFCodeTuple {
        CTFCodeTuple(stage: stage, subject: subject, method: method, component: component, qualifier: qualifier)
    }
}
