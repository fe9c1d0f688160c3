import Assessment
import Reports

/// The headlines written a second time, straight from the domain's page of the measures over stored facts: slow, plain, for
/// comparison only. It knows nothing of the program's rows.
struct PlainStatutory {
    let year: Int

    /// What a pupil adds to numerator and denominator; nil for who is in neither.
    func counts(_ measure: String, _ facts: Facts, _ earlier: Facts) -> Int? {
        switch measure {
        case "eyfsp.gld": return profile(facts, 1...12)
        case "eyfsp.all_goals": return profile(facts, 1...17)
        case "eyfsp.average_goals": return averageGoals(facts)
        case "eyfsp.area.literacy": return profile(facts, 8...10)
        case "eyfsp.goal.e05": return profile(facts, 5...5)
        case "phonics.year1": return met(facts, "y1", year)
        case "phonics.end_of_year2": return byEndOfYear2(facts, earlier)
        case "phonics.year1.average_mark":
            if facts["y1.outcome"] == "Q" { return nil }
            return Int(facts["y1.mark"] ?? "")
        case "mtc.average": return Int(facts["mark"] ?? "")
        case "mtc.full_marks": return eligibleMTC(facts) { $0 == 25 }
        case "mtc.took": return eligibleMTC(facts) { _ in true }
        case "mtc.band.20-24": return eligibleMTC(facts) { $0 >= 20 && $0 <= 24 }
        case "ks1.rwm": return keyStage1(facts, ["reading", "writing", "mathematics"], ["EXS", "GDS"])
        case "ks1.rwm_higher": return keyStage1(facts, ["reading", "writing", "mathematics"], ["GDS"])
        case "ks1.reading": return keyStage1(facts, ["reading"], ["EXS", "GDS"])
        case "ks1.writing_higher": return keyStage1(facts, ["writing"], ["GDS"])
        case "ks1.science": return keyStage1(facts, ["science"], ["EXS"])
        default: return nil
        }
    }

    static let measures: [(kind: AssessmentKind, yearGroup: YearGroup?, ids: [String])] = [
        (
            .eyfsp, nil,
            ["eyfsp.gld", "eyfsp.all_goals", "eyfsp.average_goals", "eyfsp.area.literacy", "eyfsp.goal.e05"]
        ),
        (.phonics, nil, ["phonics.year1", "phonics.year1.average_mark"]), (.phonics, .year2, ["phonics.end_of_year2"]),
        (.mtc, nil, ["mtc.average", "mtc.full_marks", "mtc.took", "mtc.band.20-24"]),
        (.ks1, nil, ["ks1.rwm", "ks1.rwm_higher", "ks1.reading", "ks1.writing_higher", "ks1.science"]),
    ]

    /// n(2 in all of the goals) / n(pupils with them; A counts as not achieved).
    private func profile(_ facts: Facts, _ goals: ClosedRange<Int>) -> Int? {
        if facts.values.contains("A") { return 0 }
        let values = goals.map { facts[ColumnID(rawValue: $0 < 10 ? "e0\($0)" : "e\($0)")] }
        if values.contains(nil) { return nil }
        return values.allSatisfy { $0 == "2" } ? 1 : 0
    }

    private func averageGoals(_ facts: Facts) -> Int? {
        if facts.values.contains("A") { return 0 }
        return facts.count == 17 ? facts.values.filter { $0 == "2" }.count : nil
    }

    /// n(Wa) / n(Wa, Wt, A, D, Q); the threshold is 32 to 2025 and 31 in 2026.
    private func met(_ facts: Facts, _ check: String, _ year: Int) -> Int? {
        let mark = facts[ColumnID(rawValue: "\(check).mark")]
        let outcome = facts[ColumnID(rawValue: "\(check).outcome")]
        for code in ["L", "A", "D", "Q"] where mark == code || outcome == code { return code == "L" ? nil : 0 }
        if let mark = mark.flatMap({ Int($0) }) { return mark >= (year >= 2026 ? 31 : 32) ? 1 : 0 }
        return outcome.map { $0 == "Wa" ? 1 : 0 }
    }

    /// Met in Year 1 or 2 / the Year 2 cohort; L and who is still due are out.
    private func byEndOfYear2(_ facts: Facts, _ earlier: Facts) -> Int? {
        if facts.values.contains("L") { return nil }
        if met(earlier, "y1", year - 1) == 1 { return 1 }
        return met(facts, "y2", year)
    }

    private func eligibleMTC(_ facts: Facts, _ isIn: (Int) -> Bool) -> Int? {
        guard let text = facts["mark"], text != "L", text != "Z" else { return nil }
        return Int(text).map(isIn) == true ? 1 : 0
    }

    /// Denominator: all but L, of whom everything is in.
    private func keyStage1(_ facts: Facts, _ subjects: [String], _ met: Set<String>) -> Int? {
        let values = subjects.map { facts[ColumnID(rawValue: "\($0).ta")] }
        if values.contains("L") || values.contains(nil) { return nil }
        return values.allSatisfy { met.contains($0 ?? "") } ? 1 : 0
    }
}
