import Assessment

extension FictionalResult {
    /// The result as CTF records.
    ///
    /// - Parameter thresholds: by which the outcome of a phonics mark is given; none is made up for a year without one.
    func transferRecords(_ thresholds: PhonicsThresholds) -> [TransferRecord] {
        let year = year.endYear
        switch assessment {
        case .eyfsp:
            return values.map { column, value in
                let goal = column.rawValue.uppercased()
                return TransferRecord("EYF", year, (Self.area(goal), "FA", goal, "FD"), value)
            }
        case .phonics:
            guard let value = values.first?.value else { return [] }
            guard let mark = Int(value) else { return [phonics("NY", value)] }
            let outcome = thresholds.threshold(year).map { mark >= $0 ? "WA" : "WT" }
            return [phonics("NM", value)] + (outcome.map { [phonics("NY", $0)] } ?? [])
        case .ks1:
            return values.compactMap { column, value in
                let codes: (String, String)? =
                    switch column {
                    case "reading.ta": ("ENG", "REA")
                    case "writing.ta": ("ENG", "WRI")
                    case "mathematics.ta": ("MAT", "MAT")
                    case "science.ta": ("SCI", "SCI")
                    default: nil
                    }
                return codes.map { TransferRecord("KS1", year, ($0.0, "TA", $0.1, "NC"), value) }
            }
        // It stands under stage KS2.
        case .mtc: return values.map { TransferRecord("KS2", year, ("MAT", "TT", "MTC", "MT"), $0.value) }
        // A Common Transfer File has no place for what teachers judge by terms.
        case .ks2, .summative: return []
        }
    }

    private func phonics(_ qualifier: String, _ value: String) -> TransferRecord {
        TransferRecord("KS1", year.endYear, ("PHO", "TT", "CHK", qualifier), value)
    }

    /// The subject under which a goal stands: `LIT` for E08 to E10.
    private static func area(_ goal: String) -> String {
        let areas =
            goal.hasPrefix("E")
            ? [("COM", 2), ("PSE", 3), ("PHY", 2), ("LIT", 3), ("MAT", 2), ("UTW", 3), ("EXP", 2)]
            : [("COM", 3), ("PHY", 2), ("PSE", 3), ("LIT", 2), ("MAT", 2), ("UTW", 3), ("EXP", 2)]
        var number = Int(goal.dropFirst()) ?? 1
        for (area, goals) in areas {
            if number <= goals { return area }
            number -= goals
        }
        return "EXP"
    }
}
