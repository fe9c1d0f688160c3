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

    /// Reads what was stored by the same rules by which words are changed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        var labels = JudgementLabels()
        for change in try container.decode([Change].self, forKey: .changes) {
            do throws(SummativeProblem) {
                labels = try labels.changing(to: change.labels, from: change.from)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .changes, in: container, debugDescription: error.message)
            }
        }
        self = labels
    }

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
        var faults = Self.faults(labels)
        if let last = changes.last, day < last.from {
            faults.append(
                .init(
                    "from",
                    "The words were changed from \(last.from.inWords) on. A change must be from that day or a later one."
                ))
        }
        guard faults.isEmpty else { throw SummativeProblem(faults) }
        var changed = self
        changed.changes.removeAll { $0.from == day }
        changed.changes.append(Change(from: day, labels: labels))
        return changed
    }

    /// What is wrong with six labels; nothing where they can be.
    private static func faults(_ labels: [JudgementLabel]) -> [SummativeProblem.Fault] {
        guard labels.count == Judgement.allCases.count else {
            return [.init("SBE.short", "Enter words for all six judgements.")]
        }
        var faults: [SummativeProblem.Fault] = []
        var known: [String: Judgement] = [:]
        for (judgement, label) in zip(Judgement.allCases, labels) {
            let texts = [
                (name: "short", text: label.short, form: "a short form of 1 to 6 characters", most: 6),
                (name: "words", text: label.words, form: "words of 1 to 40 characters", most: 40),
            ]
            for (name, text, form, most) in texts {
                let field = "\(judgement.rawValue).\(name)"
                // A dash alone stands for nothing where blocks are pasted.
                guard (1...most).contains(text.count), !["-", "–", "—"].contains(text),
                    !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
                else {
                    faults.append(
                        .init(field, "Enter for “\(judgement.title)” \(form), not a dash alone."))
                    continue
                }
                let folded = text.lowercased()
                // A stored or standard name of one judgement must not be read as another.
                let standard = Judgement.allCases.first {
                    $0.rawValue.lowercased() == folded || $0.title.lowercased() == folded
                }
                if let other = known[folded] ?? standard, other != judgement {
                    faults.append(
                        .init(
                            field,
                            "“\(text)” can’t stand for “\(judgement.title)”: it stands for “\(other.title)”. Enter other words."
                        ))
                }
                known[folded] = judgement
            }
        }
        return faults
    }
}
