import Assessment

/// What a pupil reached before Key Stage 2, in whichever school: profile, phonics, Key Stage 1, multiplication check.
///
/// All of it goes with the pupil's one attainment, each assessment also a little its own way; always the same for the same
/// pupil. A year in which an assessment was not held has nothing.
struct EarlierResults {
    private let made: MadePupil
    private let reference: ReferenceData
    /// Also those of years in which an assessment was not held or not collected.
    private let keepsCancelled: Bool
    private let seed: UInt64

    init(of made: MadePupil, schoolSeed: UInt64, reference: ReferenceData, keepsCancelled: Bool = false) {
        self.made = made
        self.reference = reference
        self.keepsCancelled = keepsCancelled
        seed = schoolSeed
    }

    /// In the order of the pupil's years.
    func results() -> [FictionalResult] {
        [profile()].compactMap(\.self) + phonics() + [keyStage1(), tables()].compactMap(\.self)
    }

    private var receptionYear: Int { made.finalYear - 6 }

    /// Draws of one assessment, whatever the others need.
    private func draws(_ part: UInt64) -> SplitMix64 {
        SplitMix64(seed: seed, part: UInt64(made.pupil.id) | part << 44)
    }

    private func isHeld(_ kind: AssessmentKind, _ year: Int, _ yearGroup: YearGroup? = nil) -> Bool {
        reference.calendar.holding(of: kind, year: year, yearGroup: yearGroup).isHeld
    }

    private func result(_ kind: AssessmentKind, _ year: Int, _ yearGroup: YearGroup, _ values: [(ColumnID, String)])
        -> FictionalResult?
    {
        SchoolYear(endYear: year).map {
            FictionalResult(pupilID: made.pupil.id, assessment: kind, year: $0, yearGroup: yearGroup, values: values)
        }
    }

    private func profile() -> FictionalResult? {
        let year = receptionYear
        guard keepsCancelled || isHeld(.eyfsp, year) else { return nil }
        var draws = draws(1)
        let isCurrent = year >= 2022
        let isExempt = draws.happens(made.pupil.sen == .plan ? 0.06 : 0.002)
        let general = made.attainment + EarlierStandards.profileSpread * draws.bell()
        var values: [(ColumnID, String)] = []
        for area in isCurrent ? EarlierStandards.areas : EarlierStandards.formerAreas {
            let inArea = general + EarlierStandards.areaSpread * draws.bell()
            for _ in 0..<area.goals {
                let level = inArea + EarlierStandards.goalSpread * draws.bell()
                let value = level < area.expected ? "1" : !isCurrent && level > area.expected + 2.2 ? "3" : "2"
                let id = ColumnID(rawValue: "\(isCurrent ? "e" : "g")\(digits(values.count + 1, 2))")
                values.append((id, isExempt ? "A" : value))
            }
        }
        return result(.eyfsp, year, .reception, values)
    }

    /// In Year 1, and again in Year 2 for those who did not meet the standard.
    private func phonics() -> [FictionalResult] {
        let year = receptionYear + 1
        guard isHeld(.phonics, year) else { return [] }
        var draws = draws(2)
        let level = made.attainment + EarlierStandards.phonicsSpread * draws.bell()
        let isBelow = made.pupil.sen == .plan && level < -3.1
        let first = isBelow ? "D" : draws.happens(0.008) ? "A" : mark(level, year, &draws)
        var results = [result(.phonics, year, .year1, [("y1.mark", first)])]
        let again = year + 1
        if !hasMet(first, year), isHeld(.phonics, again, .year2) {
            let grown = level + EarlierStandards.phonicsGrowth + 0.25 * draws.bell()
            let second = isBelow && grown < -2.6 ? "D" : draws.happens(0.008) ? "A" : mark(grown, again, &draws)
            results.append(result(.phonics, again, .year2, [("y2.mark", second)]))
        }
        return results.compactMap(\.self)
    }

    /// A mark around the threshold of the year; of a year still to come, around the last one that is known.
    private func mark(_ level: Double, _ year: Int, _ draws: inout SplitMix64) -> String {
        let threshold = Double(threshold(year))
        let distance = level - EarlierStandards.phonics
        let mark = Int(distance >= 0 ? threshold + 1.2 + distance * 5 : threshold + distance * 11)
        let most = PhonicsThresholds.maximum
        return String(mark >= most ? most - (draws.happens(0.45) ? 0 : draws.below(3)) : max(0, mark))
    }

    private func hasMet(_ value: String, _ year: Int) -> Bool { Int(value).map { $0 >= threshold(year) } ?? false }

    private func threshold(_ year: Int) -> Int {
        stride(from: year, through: 2012, by: -1).lazy.compactMap(reference.phonicsThresholds.threshold).first ?? 32
    }

    /// Statutory to 2023; later years have none, as most schools.
    private func keyStage1() -> FictionalResult? {
        let year = receptionYear + 2
        guard case .statutory = reference.calendar.holding(of: .ks1, year: year) else { return nil }
        var draws = draws(3)
        let isAway = draws.happens(0.003)
        func value(_ standard: (expected: Double, higher: Double), _ draws: inout SplitMix64) -> String {
            let level = made.attainment + EarlierStandards.keyStage1Spread * draws.bell()
            if isAway { return "A" }
            if made.pupil.sen != SENProvision.none, level < EarlierStandards.preKeyStage {
                return preKeyStage(level, year)
            }
            return level >= standard.higher ? "GDS" : level >= standard.expected ? "EXS" : "WTS"
        }
        let reading = value(EarlierStandards.reading, &draws)
        let writing = value(EarlierStandards.writing, &draws)
        let mathematics = value(EarlierStandards.mathematics, &draws)
        let science = made.attainment + EarlierStandards.keyStage1Spread * draws.bell()
        return result(
            .ks1, year, .year2,
            [
                ("reading.ta", reading), ("writing.ta", writing), ("mathematics.ta", mathematics),
                ("science.ta", isAway ? "A" : science >= EarlierStandards.science ? "EXS" : "HNM"),
            ])
    }

    private func preKeyStage(_ level: Double, _ year: Int) -> String {
        guard year >= 2019 else { return level < -3 ? "BLW" : "PKF" }
        let steps = ["PK4", "PK3", "PK2", "PK1"]
        let step = Int((EarlierStandards.preKeyStage - level) * 3)
        return steps.indices.contains(step) ? steps[step] : "EM"
    }

    /// The multiplication tables check: every year a little better, as in the country.
    private func tables() -> FictionalResult? {
        let year = receptionYear + 4
        guard isHeld(.mtc, year) else { return nil }
        var draws = draws(4)
        let boys = made.pupil.sex == .male ? 0.12 : -0.12
        let trend = 0.11 * Double(min(year, 2026) - 2025)
        let level = made.attainment + boys + trend + EarlierStandards.tablesSpread * draws.bell()
        let value: String
        if made.pupil.sen != SENProvision.none, level < -2.6 {
            value = "B"
        } else if draws.happens(0.009) {
            value = "A"
        } else if draws.happens(0.002) {
            value = "U"
        } else if draws.happens(0.0005) {
            value = "X"
        } else {
            let below = EarlierStandards.tablesFullMarks - level
            value = below <= 0 ? "25" : String(max(0, 24 - Int(below * EarlierStandards.tablesSlope)))
        }
        return result(.mtc, year, .year4, [("mark", value)])
    }
}
