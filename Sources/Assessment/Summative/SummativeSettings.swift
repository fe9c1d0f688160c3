/// How a school judges: its terms, the subjects that are switched on, its words.
public struct SummativeSettings: Sendable, Hashable, Codable {
    public var terms: TermDates
    /// In the order of ``Subject/summative``; never empty.
    public private(set) var subjects: [Subject]
    public var labels: JudgementLabels

    /// Reading, writing and mathematics, the usual terms, the standard words.
    public static let standard = SummativeSettings()

    public init() {
        terms = TermDates()
        subjects = [.reading, .writing, .mathematics]
        labels = JudgementLabels()
    }

    /// Switches subjects on, and all others off. What was judged in a subject stays when it is switched off.
    public mutating func setSubjects(_ chosen: Set<Subject>) throws(SummativeProblem) {
        if let other = chosen.first(where: { !Subject.summative.contains($0) }) {
            throw SummativeProblem("\(other.title) is not a subject that teachers judge. Choose others.")
        }
        guard !chosen.isEmpty else { throw SummativeProblem("Choose one subject or more.") }
        subjects = Subject.summative.filter(chosen.contains)
    }

    /// The words of a term: those in force on its last day, when its judgements are made.
    public func labels(of term: SummativeTerm, in year: SchoolYear) -> [JudgementLabel] {
        labels.labels(on: terms.span(of: term, in: year).last)
    }
}
