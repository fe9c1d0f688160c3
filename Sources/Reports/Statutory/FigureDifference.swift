/// How much one figure is above another: percentage points for shares, the unit of the average for averages.
///
/// From the unrounded figures, with one rounding of the exact fraction.
public struct FigureDifference: Sendable, Hashable {
    private let numerator: Int
    private let denominator: Int

    /// - Returns: nil when either has nobody or they are not of one unit.
    public init?(of figure: MeasureFigure, over other: MeasureFigure) {
        guard figure.denominator > 0, other.denominator > 0, figure.measure.unit == other.measure.unit else {
            return nil
        }
        let factor = figure.measure.unit == .share ? 100 : 1
        numerator = factor * (figure.numerator * other.denominator - other.numerator * figure.denominator)
        denominator = figure.denominator * other.denominator
    }

    /// Unrounded.
    public var points: Double { Double(numerator) / Double(denominator) }

    /// To one decimal, rounded half up: `12.5`, `-3.3`.
    public var inWords: String { DisplayNumber.tenths(DisplayNumber.roundedHalfUp(10 * numerator, by: denominator)) }
}
