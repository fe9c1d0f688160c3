import Assessment

extension FictionalKeyStage2 {
    /// Teacher assessments and tests as CTF records.
    ///
    /// Component and qualifier of the test records (NM mark, NS scaled score, NC outcome) are not published: these are
    /// the guesses of the example files, good for trying a reader that goes by the values, not for a true return. A CTF has
    /// no field for special consideration.
    var transferRecords: [TransferRecord] {
        let year = year.endYear
        var records: [TransferRecord] = []
        if let value = readingTeacherAssessment {
            records.append(TransferRecord("KS2", year, ("ENG", "TA", "REA", "NC"), value))
        }
        records.append(TransferRecord("KS2", year, ("ENG", "TA", "WRI", "NC"), writing))
        if let value = mathematicsTeacherAssessment {
            records.append(TransferRecord("KS2", year, ("MAT", "TA", "MAT", "NC"), value))
        }
        records.append(TransferRecord("KS2", year, ("SCI", "TA", "SCI", "NC"), science))
        for (subject, test) in tests {
            let (group, component) =
                switch subject {
                case .mathematics: ("MAT", "MAT")
                case .gps: ("ENG", "GPS")
                default: ("ENG", "REA")
                }
            func add(_ qualifier: String, _ value: String) {
                records.append(TransferRecord("KS2", year, (group, "TT", component, qualifier), value))
            }
            switch test {
            case .code(let code, _): add("NC", code)
            case .sat(let sitting):
                add("NM", String(sitting.total))
                if let score = sitting.scaledScore { add("NS", String(score)) }
                if let outcome = sitting.outcome { add("NC", outcome) }
            }
        }
        return records
    }
}
