/// A scaled score, 80 to 120 at Key Stage 2 (85 to 115 at Key Stage 1), with or without special consideration.
///
/// Special consideration (`97+`) leaves the pupil's own score as it is; a school's measures count it with 3 more.
/// Source: DfE guidance on special consideration; counting by vendors' practice.
public struct ScaledScore: Hashable, Sendable, CustomStringConvertible {
    public let score: Int
    public let hasSpecialConsideration: Bool

    public init(_ score: Int, specialConsideration: Bool = false) {
        self.score = score
        hasSpecialConsideration = specialConsideration
    }

    /// Reads canonical text: `97` or `97+`, ASCII digits only.
    public init?(text: String) {
        var digits = Substring(text)
        let plus = digits.last == "+"
        if plus { digits.removeLast() }
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(isASCIIDigit), let score = Int(digits) else {
            return nil
        }
        self.init(score, specialConsideration: plus)
    }

    public var description: String { hasSpecialConsideration ? "\(score)+" : "\(score)" }

    /// What a school's measures count: 3 more with special consideration, at most the top of the scale.
    public func counted(applyingSpecialConsideration applies: Bool) -> Int {
        hasSpecialConsideration && applies ? max(score, min(score + 3, 120)) : score
    }
}
