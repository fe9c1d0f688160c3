/// One measure of one group of one cohort: counts, from which percentage or average follow.
public struct MeasureFigure: Sendable, Hashable {
    public let measure: StatutoryMeasure
    /// The calendar year in which the school year ends.
    public let year: Int
    public let group: GroupSelection
    /// How many meet the measure; for an average the sum.
    public internal(set) var numerator = 0
    public internal(set) var denominator = 0
    /// How many are out of the denominator, by code. Nothing for a reader who may not see small groups.
    public internal(set) var leftOut: [String: Int] = [:]
    public internal(set) var notRecorded = 0
    /// Some of what is due is in, some is missing.
    public internal(set) var incomplete = 0
    /// A mark is in, but no table or threshold of the year is known.
    public internal(set) var awaitingTable = 0

    init(_ measure: StatutoryMeasure, year: Int, group: GroupSelection) {
        self.measure = measure
        self.year = year
        self.group = group
    }

    mutating func add(_ verdict: MeasureVerdict) {
        switch verdict {
        case .counted(let value):
            numerator += value
            denominator += 1
        case .leftOut(let code): leftOut[code, default: 0] += 1
        case .notRecorded: notRecorded += 1
        case .incomplete: incomplete += 1
        case .awaitingTable: awaitingTable += 1
        }
    }

    /// Adds the same measure, year and group of other pupils.
    mutating func add(_ other: MeasureFigure) {
        numerator += other.numerator
        denominator += other.denominator
        leftOut.merge(other.leftOut, uniquingKeysWith: +)
        notRecorded += other.notRecorded
        incomplete += other.incomplete
        awaitingTable += other.awaitingTable
    }

    /// Everybody of the group.
    public var pupils: Int { denominator + leftOut.values.reduce(0, +) + notRecorded + incomplete + awaitingTable }

    /// nil for an average.
    public var share: Share? { measure.unit == .share ? Share(count: numerator, of: denominator) : nil }

    /// 0 to 100, unrounded; nil for an average and when there is nobody.
    public var percent: Double? { share?.percent }

    /// The average unrounded; nil for a share and when there is nobody.
    public var average: Double? {
        measure.unit == .share || denominator == 0 ? nil : Double(numerator) / Double(denominator)
    }

    /// The 95 % Wilson interval of a share.
    public var interval: WilsonInterval? { share?.interval }

    /// `41 of 58 (71%)`, `20.6 over 57 pupils`; `nobody` when there is nobody.
    public var inWords: String {
        guard denominator > 0 else { return "nobody" }
        if let share { return share.inWords }
        let average = DisplayNumber.average(sum: numerator, of: denominator) ?? ""
        return "\(average) over \(denominator) \(denominator == 1 ? "pupil" : "pupils")"
    }

    /// The same measure, year and group with nobody.
    var nothing: MeasureFigure { MeasureFigure(measure, year: year, group: group) }

    /// The same counts without those who are in no denominator.
    var withoutOthers: MeasureFigure {
        var figure = MeasureFigure(measure, year: year, group: group)
        figure.numerator = numerator
        figure.denominator = denominator
        return figure
    }
}
