/// What a group comparison says of one group that may be shown.
public struct GroupFigure: Sendable, Hashable {
    /// How many pupils the group has.
    public let pupils: Int
    /// The share; nil for an average.
    public let share: Share?
    /// For an average scaled score: the sum over the pupils with a score; nil for a share.
    public let scoreSum: Int?
    /// The denominator: eligible pupils, or pupils with a scaled score.
    public let denominator: Int

    /// The average unrounded; nil for a share, and where nobody has a score.
    public var average: Double? {
        guard let scoreSum, denominator > 0 else { return nil }
        return Double(scoreSum) / Double(denominator)
    }

    /// `104.6`; nil as ``average``.
    public var averageInWords: String? { scoreSum.flatMap { DisplayNumber.average(sum: $0, of: denominator) } }

    /// The 95 % Wilson interval of the share.
    public var interval: WilsonInterval? { share?.interval }
}
