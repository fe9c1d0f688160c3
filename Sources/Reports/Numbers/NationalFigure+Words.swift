public import Assessment

extension NationalFigure {
    /// The value as it was published, with its unit: `68.3%`, `20.6`.
    public var valueInWords: String {
        let text = value == value.rounded() ? DisplayNumber.whole(value) : "\(value)"
        return measure.hasPrefix("pct") ? "\(text)%" : text
    }
}
