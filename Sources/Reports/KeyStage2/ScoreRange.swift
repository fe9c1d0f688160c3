/// A range of scaled scores in fives, as the outcomes report counts them: 80-84 to 115-119, and 120 alone.
public struct ScoreRange: Sendable, Hashable, CustomStringConvertible {
    public let scores: ClosedRange<Int>

    /// `80-84` ... `115-119`, `120`.
    public static let all: [ScoreRange] =
        stride(from: 80, to: 120, by: 5).map { ScoreRange(scores: $0...($0 + 4)) } + [ScoreRange(scores: 120...120)]

    /// - Returns: nil when the text is none of the ranges.
    public init?(_ text: String) {
        guard let range = Self.all.first(where: { $0.description == text }) else { return nil }
        self = range
    }

    private init(scores: ClosedRange<Int>) { self.scores = scores }

    public var description: String {
        scores.count == 1 ? "\(scores.lowerBound)" : "\(scores.lowerBound)-\(scores.upperBound)"
    }
}
