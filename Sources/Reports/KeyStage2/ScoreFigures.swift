import Assessment

/// The scaled scores of a group in one test, as the measures count them (97+ as 100 while special consideration is on).
public struct ScoreFigures: Sendable, Hashable {
    /// The scale of Key Stage 2.
    public static let scale = 80...120
    /// The scores that just miss the expected standard.
    public static let nearMisses = 97...99

    /// How many pupils have each score, 80 first.
    public private(set) var counts: [Int]
    /// How many pupils below the standard have 97, 98 and 99, in this order.
    public private(set) var nearMissCounts: [Int]
    /// How many scores carry special consideration (`97+`).
    public private(set) var withSpecialConsideration: Int

    init() {
        counts = Array(repeating: 0, count: Self.scale.count)
        nearMissCounts = Array(repeating: 0, count: Self.nearMisses.count)
        withSpecialConsideration = 0
    }

    /// How many pupils have a scaled score.
    public var pupils: Int { counts.reduce(0, +) }

    /// The sum of the scores.
    public var sum: Int {
        var sum = 0
        for (offset, count) in counts.enumerated() { sum += (Self.scale.lowerBound + offset) * count }
        return sum
    }

    /// The sum by the number, unrounded; nil when nobody has a score.
    public var average: Double? {
        let pupils = pupils
        return pupils == 0 ? nil : Double(sum) / Double(pupils)
    }

    /// How many pupils have a score.
    public func count(of score: Int) -> Int {
        Self.scale.contains(score) ? counts[score - Self.scale.lowerBound] : 0
    }

    /// How many pupils have a score within a range.
    public func count(in range: ScoreRange) -> Int { range.scores.reduce(0) { $0 + count(of: $1) } }

    /// How many pupils have 97, 98 or 99 and are below the standard.
    public var nearMisses: Int { nearMissCounts.reduce(0, +) }

    mutating func add(_ score: ScaledScore, counted: Int, level: AttainmentLevel) {
        guard Self.scale.contains(counted) else { return }
        counts[counted - Self.scale.lowerBound] += 1
        if score.hasSpecialConsideration { withSpecialConsideration += 1 }
        if level == .below, Self.nearMisses.contains(counted) {
            nearMissCounts[counted - Self.nearMisses.lowerBound] += 1
        }
    }

    mutating func add(_ other: ScoreFigures) {
        for index in counts.indices { counts[index] += other.counts[index] }
        for index in nearMissCounts.indices { nearMissCounts[index] += other.nearMissCounts[index] }
        withSpecialConsideration += other.withSpecialConsideration
    }
}
