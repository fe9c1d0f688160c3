/// A count of a count, such as 43 of 58: every percentage of a report, with what it is made of.
public struct Share: Sendable, Hashable {
    /// The numerator.
    public let count: Int
    /// The denominator.
    public let of: Int

    public init(count: Int, of: Int) {
        self.count = count
        self.of = of
    }

    /// 0 to 100, unrounded; nil when there is nobody to be a share of.
    public var percent: Double? { of == 0 ? nil : Double(100 * count) / Double(of) }

    /// The percentage rounded half up, worked out in whole numbers; nil when there is nobody.
    public var wholePercent: Int? { of == 0 ? nil : (200 * count + of) / (2 * of) }

    /// `43 of 58 (74%)`; `0 of 0` without a percentage.
    public var inWords: String {
        wholePercent.map { "\(count) of \(of) (\($0)%)" } ?? "\(count) of \(of)"
    }

    /// By how many points one pupil more or less moves the percentage; nil when there is nobody.
    public var pointsOfOnePupil: Double? { of == 0 ? nil : 100 / Double(of) }

    /// `one pupil is 3.3 points`; nil when there is nobody.
    public var onePupilInWords: String? {
        guard of > 0 else { return nil }
        let tenths = (2000 + of) / (2 * of)
        return "one pupil is \(DisplayNumber.tenths(tenths)) points"
    }

    /// The 95 % Wilson interval; nil when there is nobody.
    public var interval: WilsonInterval? { WilsonInterval(count: count, of: of) }
}
