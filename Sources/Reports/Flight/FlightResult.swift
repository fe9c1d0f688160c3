public import Assessment

/// One result on a pupil's way through school: of a statutory assessment, or a teacher's judgement.
public struct FlightResult: Sendable, Hashable {
    /// The school year under which it is recorded.
    public let year: SchoolYear
    public let assessment: AssessmentKind
    /// Of a judgement; nil for statutory results.
    public let term: SummativeTerm?
    /// Reading for the phonics check, mathematics for the multiplication tables check; nil for the Early Years Foundation Stage
    /// Profile as a whole.
    public let subject: Subject?
    /// What it is a result of: `KS2 test`, `Autumn 1 judgement`.
    public let title: String
    /// As short as a cell has it: `104`, `EXS`, `JA`, `A`.
    public let result: String
    /// In full: `Expected standard met`, `Absent from the test or from one of its papers`.
    public let words: String
    /// Of a judgement.
    public let judgement: Judgement?
    /// Where it stands against the standard: one level, or at and above together where the assessment has no higher one. nil where it
    /// says nothing of it, such as a mark without a pass mark, or A (absent).
    public let levels: ClosedRange<AttainmentLevel>?

    /// A statutory result.
    init(
        _ year: SchoolYear, _ assessment: AssessmentKind, _ subject: Subject?, _ title: String, _ result: String,
        words: String, levels: ClosedRange<AttainmentLevel>?
    ) {
        self.year = year
        self.assessment = assessment
        self.term = nil
        self.subject = subject
        self.title = title
        self.result = result
        self.words = words
        self.judgement = nil
        self.levels = levels
    }

    /// A judgement, in the words of its term.
    init(_ year: SchoolYear, _ term: SummativeTerm, _ subject: Subject, _ judgement: Judgement, _ label: JudgementLabel)
    {
        self.year = year
        self.assessment = .summative
        self.term = term
        self.subject = subject
        self.title = "\(term.title) judgement"
        self.result = label.short
        self.words = label.words
        self.judgement = judgement
        self.levels = judgement.level...judgement.level
    }

    /// `below`, `at`, `above`, `at_or_above`; nil where nothing is said of the standard.
    public var standard: String? {
        guard let levels else { return nil }
        if levels.lowerBound == .expected, levels.upperBound == .higher { return "at_or_above" }
        switch levels.lowerBound {
        case .below: return "below"
        case .expected: return "at"
        case .higher: return "above"
        }
    }

    /// `below the expected standard`; nil where nothing is said of the standard.
    public var standardInWords: String? {
        standard.map { "\($0.replacing("_", with: " ")) the expected standard" }
    }
}
