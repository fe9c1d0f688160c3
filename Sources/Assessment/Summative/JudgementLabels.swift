/// The school's words for judgements over time: a change holds from a day on, and what was judged in a term that had ended
/// by then keeps the words of its time.
///
/// Only words: which judgement is meant is fixed (``Judgement``), so no figure depends on them.
public struct JudgementLabels: Sendable, Hashable, Codable {
    /// The words from one day on.
    public struct Change: Sendable, Hashable, Codable {
        public let from: CalendarDate
        /// Six, the lowest judgement first.
        public let labels: [JudgementLabel]
    }

    /// The changes, oldest first; before the first one the standard words hold.
    public private(set) var changes: [Change] = []

    public init() {}

    /// The standard words, the lowest judgement first.
    public static let standard = Judgement.allCases.map { JudgementLabel(standard: $0) }

    /// The words in force on a day, the lowest judgement first.
    public func labels(on day: CalendarDate) -> [JudgementLabel] {
        changes.last { $0.from <= day }?.labels ?? Self.standard
    }

    public func label(of judgement: Judgement, on day: CalendarDate) -> JudgementLabel {
        labels(on: day)[judgement.position]
    }

    /// The same words, with others from a day on. A change on the day of the last one takes its place.
    ///
    /// - Parameter labels: six, the lowest judgement first.
    public func changing(to labels: [JudgementLabel], from day: CalendarDate) throws(SummativeProblem)
        -> JudgementLabels
    {
        if let last = changes.last, day < last.from {
            throw SummativeProblem(
                "The words were changed from \(last.from.inWords) on. A change must be from that day or a later one.")
        }
        try Self.check(labels)
        var changed = self
        changed.changes.removeAll { $0.from == day }
        changed.changes.append(Change(from: day, labels: labels))
        return changed
    }

    private static func check(_ labels: [JudgementLabel]) throws(SummativeProblem) {
        guard labels.count == Judgement.allCases.count else {
            throw SummativeProblem("Enter words for all six judgements.")
        }
        var known: [String: Judgement] = [:]
        for (judgement, label) in zip(Judgement.allCases, labels) {
            guard (1...6).contains(label.short.count), (1...40).contains(label.words.count),
                !(label.short + label.words).unicodeScalars.contains(where: {
                    $0.properties.generalCategory == .control
                })
            else {
                throw SummativeProblem(
                    "Enter for “\(judgement.title)” a short form of 1 to 6 characters and words of 1 to 40.")
            }
            for text in [label.short, label.words] {
                let folded = text.lowercased()
                // A stored or standard name of one judgement must not be read as another.
                let standard = Judgement.allCases.first {
                    $0.rawValue.lowercased() == folded || $0.title.lowercased() == folded
                }
                let other = known[folded] ?? standard
                if let other, other != judgement {
                    throw SummativeProblem(
                        "“\(text)” can’t stand for “\(judgement.title)”: it stands for “\(other.title)”. Enter other words."
                    )
                }
                known[folded] = judgement
            }
        }
    }
}
