/// What is to be changed of a school's settings of judgements; what is nil stays.
public struct SummativeChange: Sendable, Hashable {
    /// The dates of one school year.
    public struct Terms: Sendable, Hashable {
        public let year: SchoolYear
        /// Six, from Autumn 1 to Summer 2; nil to go back to the usual ones.
        public let spans: [TermSpan]?

        public init(_ year: SchoolYear, _ spans: [TermSpan]?) {
            self.year = year
            self.spans = spans
        }
    }

    /// Words from a day on.
    public struct Words: Sendable, Hashable {
        public let from: CalendarDate
        /// Six, the lowest judgement first.
        public let labels: [JudgementLabel]

        public init(from: CalendarDate, _ labels: [JudgementLabel]) {
            self.from = from
            self.labels = labels
        }
    }

    /// All that are switched on.
    public var subjects: Set<Subject>?
    /// Each year at most once.
    public var terms: [Terms]
    public var words: Words?

    public init(subjects: Set<Subject>? = nil, terms: [Terms] = [], words: Words? = nil) {
        self.subjects = subjects
        self.terms = terms
        self.words = words
    }

    public var isNothing: Bool { subjects == nil && terms.isEmpty && words == nil }
}

extension SummativeSettings {
    /// The settings with a change made to them.
    ///
    /// - Throws: everything that is wrong with it; nothing is changed in part.
    public func applying(_ change: SummativeChange) throws(SummativeProblem) -> SummativeSettings {
        var changed = self
        var faults: [SummativeProblem.Fault] = []
        if let subjects = change.subjects {
            do throws(SummativeProblem) { try changed.setSubjects(subjects) } catch { faults += error.faults }
        }
        for terms in change.terms {
            do throws(SummativeProblem) {
                changed.terms =
                    try terms.spans.map { spans throws(SummativeProblem) in
                        try changed.terms.setting(spans, in: terms.year)
                    } ?? changed.terms.clearing(terms.year)
            } catch { faults += error.faults }
        }
        if let words = change.words {
            do throws(SummativeProblem) {
                changed.labels = try changed.labels.changing(to: words.labels, from: words.from)
            } catch { faults += error.faults }
        }
        guard faults.isEmpty else { throw SummativeProblem(faults) }
        return changed
    }
}
