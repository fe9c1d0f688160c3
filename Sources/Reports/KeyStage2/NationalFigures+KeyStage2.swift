public import Assessment

extension NationalFigures {
    /// The figure to stand beside a measure of End of Key Stage 2: of the year, or the last one before it.
    ///
    /// A class or a school's own group is compared with all pupils (the figure's `group` says so); another group only
    /// with its own national figure, because that of all pupils would mislead; two groups crossed with none.
    ///
    /// - Returns: nil for measures and groups of which nothing is published.
    public func figure(_ measure: MeasureID, group: GroupSelection, year: Int) -> NationalFigure? {
        let name: String
        switch measure {
        case .expected: name = "pct_expected"
        case .higher: name = "pct_higher"
        case .averageScaledScore: name = "average_scaled_score"
        default: return nil
        }
        guard let area = measure.area, let compared = group.comparedNationally else { return nil }
        return figure(assessment: "ks2", subject: area.rawValue, group: compared.id, measure: name, year: year)
    }
}
