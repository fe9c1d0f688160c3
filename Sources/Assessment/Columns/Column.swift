/// A column of an assessment: what it is called, what it takes.
public struct Column: Sendable, Hashable, Identifiable {
    /// What kind of value stands in a column.
    public enum Kind: Sendable, Hashable {
        /// A raw mark of one paper, 0 to the maximum, or a test code.
        case mark(maximum: Int)
        /// The sum of the papers.
        case total(maximum: Int)
        case scaledScore(ClosedRange<Int>)
        /// AS, NS or a test code.
        case outcome
        case teacherAssessment
    }

    public let id: ColumnID
    public let subject: Subject
    public let kind: Kind
    /// As a sentence names it: `Paper 1 (arithmetic)`.
    public let title: String
    /// Every code it can hold in this year, in the order of the Information key.
    public let codes: [ResultCode]

    public init(id: ColumnID, subject: Subject, kind: Kind, title: String, codes: [ResultCode]) {
        self.id = id
        self.subject = subject
        self.kind = kind
        self.title = title
        self.codes = codes
    }

    /// `Mathematics Paper 1 (arithmetic)`.
    public var fullTitle: String { "\(subject.title) \(title)" }

    /// The codes a person may type into it.
    public var typedCodes: [ResultCode] { codes.filter { $0.entry != .imported } }

    public func code(_ text: String) -> ResultCode? { codes.first { $0.code == text } }
}
