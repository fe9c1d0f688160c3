/// A code that can stand for a result, in one subject and the years in which it is in use.
public struct ResultCode: Sendable, Hashable {
    /// Which column takes it.
    public enum Kind: String, Sendable, Hashable { case test, ta }

    /// How it comes in.
    public enum Entry: String, Sendable, Hashable {
        /// A school types it, or a file brings it.
        case typed
        /// Only an official file brings it.
        case imported
        /// A file brings it, or it is typed as an outcome where no marks are known.
        case history
    }

    /// What the measures make of it.
    public enum Measure: String, Sendable, Hashable {
        case counted
        case leftOut = "left_out"
        /// By the scaled score; by the code's own level when none is known.
        case byScore = "by_score"
    }

    public let code: String
    public let kind: Kind
    public let subject: Subject
    public let years: ClosedRange<Int>
    public let entry: Entry
    public let measure: Measure
    /// nil for codes that are left out.
    public let level: AttainmentLevel?
    /// Whether it closes the other way of assessing the subject: a test code the teacher assessment, and the other way round.
    public let closesOther: Bool
    /// In words, for the Information key.
    public let meaning: String

    public init(
        code: String, kind: Kind, subject: Subject, years: ClosedRange<Int>, entry: Entry, measure: Measure,
        level: AttainmentLevel?, closesOther: Bool, meaning: String
    ) {
        self.code = code
        self.kind = kind
        self.subject = subject
        self.years = years
        self.entry = entry
        self.measure = measure
        self.level = level
        self.closesOther = closesOther
        self.meaning = meaning
    }
}
