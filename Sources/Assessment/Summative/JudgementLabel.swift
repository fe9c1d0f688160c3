/// The words in which a school shows a judgement.
public struct JudgementLabel: Sendable, Hashable, Codable {
    /// What stands in a cell of the grid: 1 to 6 characters.
    public let short: String
    /// In full, 1 to 40 characters.
    public let words: String

    public init(short: String, words: String) {
        self.short = trimBlanks(short)
        self.words = trimBlanks(words)
    }

    init(standard judgement: Judgement) {
        short = judgement.rawValue
        words = judgement.title
    }
}
