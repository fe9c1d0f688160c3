/// The difference between two shares in percentage points, from the unrounded figures: the others less the group.
///
/// The disadvantage gap is that of pupils who are not disadvantaged less that of disadvantaged ones.
public struct Gap: Sendable, Hashable {
    public let group: Share
    public let others: Share

    /// - Returns: nil when either has nobody.
    public init?(_ group: Share, others: Share) {
        guard group.of > 0, others.of > 0 else { return nil }
        self.group = group
        self.others = others
    }

    /// Points, unrounded: one rounding of the exact fraction. More than 0 where the group is behind.
    public var points: Double {
        let numerator = 100 * (others.count * group.of - group.count * others.of)
        return Double(numerator) / Double(group.of * others.of)
    }

    /// The points to one decimal, rounded half up on the exact fraction: `12.5`, `-3.3`.
    public var inWords: String {
        let denominator = group.of * others.of
        let numerator = 1000 * (others.count * group.of - group.count * others.of)
        return DisplayNumber.tenths(DisplayNumber.roundedHalfUp(numerator, by: denominator))
    }
}
