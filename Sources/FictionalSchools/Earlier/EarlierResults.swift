import Assessment

/// The results of a pupil before Key Stage 2, made up when a file needs them, always the same for the same pupil.
struct EarlierResults {
    private let made: MadePupil
    private let lastYear: Int
    private let keepsCancelled: Bool
    private var draws: SplitMix64

    /// - Parameters:
    ///   - lastYear: the calendar year up to which results are known.
    ///   - keepsCancelled: also those of years in which an assessment was not held or not collected.
    init(of made: MadePupil, schoolSeed: UInt64, lastYear: Int, keepsCancelled: Bool) {
        self.made = made
        self.lastYear = lastYear
        self.keepsCancelled = keepsCancelled
        draws = SplitMix64(seed: schoolSeed, part: UInt64(made.pupil.id) | 1 << 41)
    }

    /// In the order of a file: EYFSP, phonics, Key Stage 1, multiplication tables check.
    mutating func records() -> [TransferRecord] {
        profile() + phonics() + keyStage1() + tables()
    }

    private var receptionYear: Int { made.finalYear - 6 }
    private func isKnown(_ year: Int) -> Bool { year <= lastYear }

    private mutating func profile() -> [TransferRecord] {
        let year = receptionYear
        guard isKnown(year), keepsCancelled || (year != 2020 && year != 2021) else { return [] }
        let isNew = year >= 2022
        let areas =
            isNew
            ? [
                "COM", "COM", "PSE", "PSE", "PSE", "PHY", "PHY", "LIT", "LIT", "LIT", "MAT", "MAT", "UTW", "UTW", "UTW",
                "EXP", "EXP",
            ]
            : [
                "COM", "COM", "COM", "PHY", "PHY", "PSE", "PSE", "PSE", "LIT", "LIT", "MAT", "MAT", "UTW", "UTW", "UTW",
                "EXP", "EXP",
            ]
        let isExempt = draws.happens(0.004)
        return areas.enumerated().map { offset, area in
            let attainment = made.attainment + 0.4 * draws.bell()
            let value = isExempt ? "A" : attainment > -1.7 ? (!isNew && attainment > 0.9 ? "3" : "2") : "1"
            return TransferRecord(
                "EYF", year, (area, "FA", "\(isNew ? "E" : "G")\(digits(offset + 1, 2))", "FD"), value)
        }
    }

    /// In Year 1, and again in Year 2 for those who did not meet the standard; in the autumn of Year 2 in the pandemic.
    private mutating func phonics() -> [TransferRecord] {
        let year = receptionYear + 1
        guard isKnown(year) else { return [] }
        let mark = phonicsMark(1)
        var records = phonicsRecords(year, mark)
        if mark < threshold(year), year != 2020, year != 2021, isKnown(year + 1) {
            records += phonicsRecords(year + 1, min(40, mark + 4 + draws.below(14)))
        }
        return records
    }

    private mutating func phonicsMark(_ spread: Double) -> Int {
        let mark = 35 + Int((made.attainment + 0.35) * 7 + draws.bell() * 3 * spread)
        return mark > 40 ? 40 - draws.below(3) : max(mark, draws.below(6))
    }

    private func threshold(_ year: Int) -> Int { year >= 2026 ? 31 : 32 }

    private func phonicsRecords(_ year: Int, _ mark: Int) -> [TransferRecord] {
        [
            TransferRecord("KS1", year, ("PHO", "TT", "CHK", "NM"), String(mark)),
            TransferRecord("KS1", year, ("PHO", "TT", "CHK", "NY"), mark >= threshold(year) ? "WA" : "WT"),
        ]
    }

    /// Statutory to 2023; cancelled in 2020 and 2021.
    private mutating func keyStage1() -> [TransferRecord] {
        let year = receptionYear + 2
        guard isKnown(year), year <= 2023, year != 2020, year != 2021 else { return [] }
        func value(_ draws: inout SplitMix64) -> String {
            let attainment = made.attainment + 0.45 * draws.bell()
            if made.pupil.sen != SENProvision.none, attainment < -2.4 { return attainment < -3 ? "PK2" : "PK4" }
            return attainment > 0.7 ? "GDS" : attainment > -0.95 ? "EXS" : "WTS"
        }
        let subjects = [("ENG", "REA"), ("ENG", "WRI"), ("MAT", "MAT")]
        var records = subjects.map { subject, component in
            TransferRecord("KS1", year, (subject, "TA", component, "NC"), value(&draws))
        }
        let science = made.attainment + 0.45 * draws.bell() > -1.2 ? "EXS" : "HNM"
        records.append(TransferRecord("KS1", year, ("SCI", "TA", "SCI", "NC"), science))
        return records
    }

    /// The multiplication tables check, from 2022; it stands under stage KS2.
    private mutating func tables() -> [TransferRecord] {
        let year = receptionYear + 4
        guard isKnown(year), year >= 2022 else { return [] }
        var value = 22 + Int((made.attainment + 0.35) * 4 + draws.bell() * 3)
        value = value > 25 ? 25 : max(value, draws.below(5))
        let isBelow = made.pupil.sen == .plan && made.attainment < -2.2
        let text = isBelow ? "B" : draws.happens(0.006) ? "A" : String(value)
        return [TransferRecord("KS2", year, ("MAT", "TT", "MTC", "MT"), text)]
    }
}
