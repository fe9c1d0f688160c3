/// One year's raw-to-scaled table for one test, exactly as published: a look-up, never a formula.
public struct ConversionTable: Sendable, Hashable {
    /// Which test a table is for.
    public struct Key: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The calendar year of the test.
        public let year: Int
        /// 1 or 2.
        public let keyStage: Int
        public let subject: Subject

        public init(year: Int, keyStage: Int, subject: Subject) {
            self.year = year
            self.keyStage = keyStage
            self.subject = subject
        }

        /// The assessment that the test is part of.
        public var assessment: AssessmentKind { keyStage == 1 ? .ks1 : .ks2 }

        public var description: String { "Key Stage \(keyStage) \(subject.inSentence) \(year)" }

        public static func < (left: Self, right: Self) -> Bool {
            (left.keyStage, left.year, left.subject.rawValue) < (right.keyStage, right.year, right.subject.rawValue)
        }
    }

    public let key: Key
    /// By raw mark from 0 to the maximum; nil is N, too few marks for a scaled score.
    public let scores: [Int?]

    /// Takes a table that has been checked (``ConversionTableCheck``) or was shipped.
    public init(key: Key, scores: [Int?]) {
        self.key = key
        self.scores = scores
    }

    /// The highest raw mark.
    public var maximum: Int { scores.count - 1 }

    /// What a raw mark gives.
    public enum Result: Sendable, Hashable {
        case score(Int)
        /// Too few marks for a scaled score.
        case noScore
        /// There is no such raw mark in this test.
        case outOfRange
    }

    public func result(forRaw raw: Int) -> Result {
        guard scores.indices.contains(raw) else { return .outOfRange }
        return scores[raw].map(Result.score) ?? .noScore
    }

    /// The lowest raw mark that gives at least a score; nil when none does.
    public func firstRaw(reaching score: Int) -> Int? {
        scores.firstIndex { ($0 ?? 0) >= score }
    }
}
