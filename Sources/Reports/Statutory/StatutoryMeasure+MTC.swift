import Assessment

extension StatutoryMeasure {
    /// The ranges of marks in which results are counted; full marks alone.
    public static let multiplicationBands: [ClosedRange<Int>] = [0...4, 5...9, 10...14, 15...19, 20...24, 25...25]

    /// The multiplication tables check. There is no pass mark, so none of these says that anybody passed.
    static let multiplication: [StatutoryMeasure] = {
        func measure(
            _ id: String, _ title: String, unit: Unit = .share, national: String? = nil,
            _ verdict: @escaping @Sendable (MultiplicationRow) -> MeasureVerdict
        ) -> StatutoryMeasure {
            StatutoryMeasure(
                id, title, .mtc, unit: unit,
                national: national.map { NationalName(assessment: "mtc", subject: "mathematics", measure: $0) }
            ) { row, _ in (row as? MultiplicationRow).map(verdict) ?? .notRecorded }
        }
        /// Over all eligible pupils: everybody with a mark or a code but L and Z.
        @Sendable func ofEligible(_ row: MultiplicationRow, _ isIn: (Int) -> Bool) -> MeasureVerdict {
            switch row.standing {
            case .counted: .counted(row.mark.map(isIn) == true ? 1 : 0)
            default: MeasureVerdict(row.standing, atLeast: .expected)
            }
        }
        var measures = [
            measure(
                "mtc.average", "Average mark", unit: .average(maximum: MultiplicationColumns.maximum),
                national: "mean_score"
            ) { row in
                if let mark = row.mark { return .counted(mark) }
                return row.code.map { .leftOut(code: $0) } ?? .notRecorded
            },
            measure("mtc.full_marks", "Full marks", national: "pct_full_marks") { row in
                ofEligible(row) { $0 == MultiplicationColumns.maximum }
            },
            measure("mtc.took", "Took the check", national: "pct_took_check") { ofEligible($0) { _ in true } },
        ]
        for band in multiplicationBands {
            let name = band.count == 1 ? "\(band.lowerBound)" : "\(band.lowerBound)-\(band.upperBound)"
            measures.append(measure("mtc.band.\(name)", "Mark \(name)") { ofEligible($0, band.contains) })
        }
        for mark in 0...MultiplicationColumns.maximum {
            measures.append(measure("mtc.mark.\(mark)", "Mark \(mark)") { ofEligible($0) { $0 == mark } })
        }
        return measures
    }()
}
