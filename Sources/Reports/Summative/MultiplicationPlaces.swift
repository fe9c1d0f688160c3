import Assessment

/// The multiplication tables check by bands of marks. There is no pass mark, so no band is below or above anything.
struct MultiplicationPlaces: MatrixPlaces {
    private static let bands = StatutoryMeasure.multiplicationBands.enumerated().map { place, band in
        let title = band.count == 1 ? "\(band.lowerBound)" : "\(band.lowerBound)-\(band.upperBound)"
        return (
            band: band,
            category: MatrixCategory(
                id: title, title: title, words: "Mark \(title)", levels: nil, rank: place, order: place)
        )
    }

    var usual: [MatrixCategory] { Self.bands.map(\.category) }
    var family: String { "mtc" }
    var isTwoLevel: Bool { false }
    var hasStandard: Bool { false }

    func placement(of journey: PupilJourney) -> MatrixAxis.Placement {
        guard let row = journey.row(.mtc) as? MultiplicationRow else { return .missing(Self.nothing) }
        if let mark = row.mark, let band = Self.bands.first(where: { $0.band.contains(mark) }) {
            return .category(band.category)
        }
        guard case .counted = row.standing, let code = row.code else { return missing(row.standing, row) }
        return .category(self.code(code, words(code, row), level: nil))
    }
}
