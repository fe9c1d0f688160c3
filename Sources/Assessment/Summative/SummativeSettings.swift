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

    /// Reads what was stored by the same rules by which it is set.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        terms = try container.decode(TermDates.self, forKey: .terms)
        labels = try container.decode(JudgementLabels.self, forKey: .labels)
        let chosen = try container.decode([Subject].self, forKey: .subjects)
        do throws(SummativeProblem) {
            try setSubjects(Set(chosen))
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .subjects, in: container, debugDescription: error.message)
        }
    }

    /// Switches subjects on, and all others off. What was judged in a subject stays when it is switched off.
    public mutating func setSubjects(_ chosen: Set<Subject>) throws(SummativeProblem) {
        if let other = chosen.first(where: { !Subject.summative.contains($0) }) {
            throw SummativeProblem("subjects", "\(other.title) is not a subject that teachers judge. Choose others.")
        }
        guard !chosen.isEmpty else { throw SummativeProblem("subjects", "Choose one subject or more.") }
        subjects = Subject.summative.filter(chosen.contains)
    }

    /// The words of a term: those in force on its last day, when its judgements are made.
    public func labels(of term: SummativeTerm, in year: SchoolYear) -> [JudgementLabel] {
        labels.labels(on: terms.span(of: term, in: year).last)
    }

    /// A stored value as it is shown: the short form of a judgement in the words of its term, anything else as it is.
    public func shown(_ value: String, in column: ColumnID, of year: SchoolYear) -> String {
        guard let judgement = Judgement(rawValue: value), let term = SummativeColumns.parts(column)?.term else {
            return value
        }
        return labels(of: term, in: year)[judgement.position].short
    }
}
