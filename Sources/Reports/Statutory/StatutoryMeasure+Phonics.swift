import Assessment

extension StatutoryMeasure {
    /// How many marks under the threshold are called near misses.
    public static let phonicsNearMiss = 3

    /// The phonics screening check of Year 1 and Year 2.
    static let phonics: [StatutoryMeasure] = {
        func measure(
            _ id: String, _ title: String, yearGroup: YearGroup = .year1, unit: Unit = .share, national: String? = nil,
            _ verdict: @escaping @Sendable (PhonicsRow) -> MeasureVerdict
        ) -> StatutoryMeasure {
            StatutoryMeasure(
                id, title, .phonics, yearGroup: yearGroup, unit: unit,
                national: national.map { NationalName(assessment: $0, subject: "phonics", measure: "pct_expected") }
            ) { row, _ in (row as? PhonicsRow).map(verdict) ?? .notRecorded }
        }
        var measures = [
            measure("phonics.year1", "Met the standard in Year 1", national: "phonics_y1") {
                MeasureVerdict($0.standing, atLeast: .expected)
            },
            measure(
                "phonics.end_of_year2", "Met the standard by the end of Year 2", yearGroup: .year2,
                national: "phonics_end_y2"
            ) { MeasureVerdict($0.standingByEndOfYear2, atLeast: .expected) },
            measure("phonics.recheck", "Must be checked again in Year 2") { row in
                switch row.standing {
                case .counted(let level, _, _): .counted(level == .below ? 1 : 0)
                default: MeasureVerdict(row.standing, atLeast: .expected)
                }
            },
            measure("phonics.near_misses", "Missed the standard by up to \(phonicsNearMiss) marks") { row in
                ofMark(row) { mark in
                    guard let threshold = row.columns.first.threshold else { return 0 }
                    return (threshold - phonicsNearMiss..<threshold).contains(mark) ? 1 : 0
                }
            },
            measure("phonics.year2", "Met the standard when checked again in Year 2", yearGroup: .year2) { row in
                isNotDue(row) ? .leftOut(code: metInYear1) : MeasureVerdict(row.standing, atLeast: .expected)
            },
        ]
        for (number, group) in [(1, YearGroup.year1), (2, .year2)] {
            measures.append(
                measure(
                    "phonics.year\(number).average_mark", "Average mark in Year \(number)", yearGroup: group,
                    unit: .average(maximum: PhonicsThresholds.maximum)
                ) { ofMark($0) { $0 } })
            for mark in 0...PhonicsThresholds.maximum {
                measures.append(
                    measure("phonics.year\(number).mark.\(mark)", "Mark \(mark) in Year \(number)", yearGroup: group) {
                        ofMark($0) { $0 == mark ? 1 : 0 }
                    })
            }
        }
        return measures
    }()

    /// Why somebody does not count among those who are checked again.
    private static let metInYear1 = "Met the standard in Year 1"

    /// Whether it is the row of Year 2 of somebody who met the standard in Year 1 and so is not checked again.
    private static func isNotDue(_ row: PhonicsRow) -> Bool { row.second?.isEmpty == true && row.hasMetInYear1 }

    /// Over pupils with a mark, which Q annuls.
    private static func ofMark(_ row: PhonicsRow, _ value: (Int) -> Int) -> MeasureVerdict {
        if isNotDue(row) { return .leftOut(code: metInYear1) }
        let result = row.second ?? row.first
        if let code = result.code { return .leftOut(code: code) }
        return result.mark.map { .counted(value($0)) } ?? .notRecorded
    }
}
