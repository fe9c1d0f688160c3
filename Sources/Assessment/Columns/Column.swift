/// A column of an assessment: what it is called, what it takes.
///
/// An immutable class: rows hand their columns around with every cell that they work out, and a reference is one thing to
/// copy where the texts and lists would be ten.
public final class Column: Sendable, Hashable, Identifiable {
    /// What kind of value stands in a column.
    public enum Kind: Sendable, Hashable {
        /// A raw mark of one paper, 0 to the maximum, or a test code.
        case mark(maximum: Int)
        /// The sum of the papers.
        case total(maximum: Int)
        case scaledScore(ClosedRange<Int>)
        /// Met or not met (AS and NS, Wa and Wt, Yes and No), or a test code.
        case outcome
        /// A judgement: a code such as EXS, or 1, 2 or A of the Early Years Foundation Stage Profile.
        case teacherAssessment
    }

    public let id: ColumnID
    public let subject: Subject
    public let kind: Kind
    /// As a sentence names it: `Paper 1 (arithmetic)`.
    public let title: String
    /// Every code it can hold in this year, in the order of the Information key.
    public let codes: [ResultCode]
    /// The lines of its heading in the grid, short: `Paper 1`, `of 40`.
    public let heading: [String]
    /// `Mathematics Paper 1 (arithmetic)`.
    public let fullTitle: String
    /// Whether a value can be stored in it; a column that is only worked out takes none.
    public let isStored: Bool

    /// - Parameters:
    ///   - heading: nil makes it of kind and title.
    ///   - fullTitle: nil makes it of subject and title.
    public init(
        id: ColumnID, subject: Subject, kind: Kind, title: String, codes: [ResultCode], heading: [String]? = nil,
        fullTitle: String? = nil, isStored: Bool = true
    ) {
        self.id = id
        self.subject = subject
        self.kind = kind
        self.title = title
        self.codes = codes
        self.heading = heading ?? Self.heading(kind, title)
        self.fullTitle = fullTitle ?? "\(subject.title) \(title)"
        self.isStored = isStored
    }

    public static func == (left: Column, right: Column) -> Bool {
        left === right
            || left.id == right.id && left.subject == right.subject && left.kind == right.kind
                && left.title == right.title && left.codes == right.codes && left.heading == right.heading
                && left.fullTitle == right.fullTitle && left.isStored == right.isStored
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    private static func heading(_ kind: Kind, _ title: String) -> [String] {
        switch kind {
        case .mark(let maximum):
            let paper = title.split(separator: " (").first.map(String.init) ?? title
            return [paper.prefix(1).uppercased() + paper.dropFirst(), "of \(maximum)"]
        case .total(let maximum): return ["Total", "of \(maximum)"]
        case .scaledScore: return ["Scaled", "score"]
        case .outcome: return ["Outcome"]
        case .teacherAssessment: return ["TA"]
        }
    }

    /// Whether a `+` after a scaled score stands for special consideration: at Key Stage 2, never at Key Stage 1.
    public var takesSpecialConsideration: Bool { kind == .scaledScore(80...120) }

    /// The codes a person may type into it.
    public var typedCodes: [ResultCode] { codes.filter { $0.entry != .imported } }

    /// The code of a text, letters in either case.
    public func code(_ text: String) -> ResultCode? {
        codes.first { $0.code == text } ?? codes.first { $0.code.uppercased() == text.uppercased() }
    }
}
