import Assessment
import Reports

/// The two sides of a matrix written a second time, straight from the domain's page over stored facts: slow, plain, for
/// comparison only.
enum PlainMatrix {
    /// The name of a pupil's result; nil for who has none.
    static func result(_ side: MatrixSide, _ history: Journeys.History) -> String? {
        func facts(_ kind: AssessmentKind, _ group: YearGroup? = nil) -> Facts {
            history[Journeys.key(kind, group)] ?? [:]
        }
        let subject = side.subject?.rawValue ?? ""
        switch side.point {
        case .goodLevel:
            let facts = facts(.eyfsp)
            if facts.values.contains("A") { return "A" }
            let goals = (1...12).map { facts[ColumnID(rawValue: $0 < 10 ? "e0\($0)" : "e\($0)")] }
            return goals.contains(nil) ? nil : goals.allSatisfy { $0 == "2" } ? "met" : "not_met"
        case .goals:
            let facts = facts(.eyfsp)
            if facts.values.contains("A") { return "A" }
            return facts.count == 17 ? "\(facts.values.count { $0 == "2" })" : nil
        case .phonicsYear1: return check(facts(.phonics)["y1.outcome"])
        case .phonicsEndOfYear2:
            let first = facts(.phonics)["y1.outcome"]
            let second = facts(.phonics, .year2)["y2.outcome"]
            if second == "L" { return nil }
            return first == "Wa" ? "Wa" : check(second)
        case .keyStage1: return assessment(facts(.ks1), subject)
        case .keyStage2TeacherAssessment: return assessment(facts(.ks2), subject)
        case .multiplication:
            guard let text = facts(.mtc)["mark"], text != "L", text != "Z" else { return nil }
            guard let mark = Int(text) else { return text }
            return mark == 25
                ? "25" : mark >= 20 ? "20-24" : mark >= 15 ? "15-19" : mark >= 10 ? "10-14" : mark >= 5 ? "5-9" : "0-4"
        case .keyStage2Test:
            let facts = facts(.ks2)
            if let outcome = facts[ColumnID(rawValue: "\(subject).outcome")] {
                return outcome == "L" || outcome == "M" ? nil : outcome
            }
            guard let text = facts[ColumnID(rawValue: "\(subject).scaled")] else { return nil }
            let score = (Int(text.filter { $0 != "+" }) ?? 0) + (text.hasSuffix("+") ? 3 : 0)
            return score >= 110 ? "110+" : score >= 100 ? "100-109" : "below_100"
        case .judgement(let group, let term):
            return facts(.summative, group)[ColumnID(rawValue: "\(term.rawValue).\(subject)")]
        }
    }

    private static func check(_ outcome: String?) -> String? { outcome == "L" ? nil : outcome }

    private static func assessment(_ facts: Facts, _ subject: String) -> String? {
        guard let value = facts[ColumnID(rawValue: "\(subject).ta")], value != "L", value != "F" else { return nil }
        return value
    }

    /// 0 below, 1 at, 2 above the standard; 1 and 2 are both at or above where the assessment has no higher one. nil where
    /// the result says nothing of it.
    static func levels(_ side: MatrixSide, _ result: String) -> Set<Int>? {
        switch side.point {
        case .multiplication, .goals: return nil
        case .goodLevel: return ["met": [1, 2], "not_met": [0]][result]
        case .phonicsYear1, .phonicsEndOfYear2: return ["Wa": [1, 2], "Wt": [0]][result]
        case .keyStage2Test:
            return ["below_100": [0], "100-109": [1], "110+": [2], "N": [0], "B": [0], "NS": [0], "AS": [1, 2]][result]
        case .keyStage1, .keyStage2TeacherAssessment:
            if result == "A" { return nil }
            if result == "EXS" { return side.subject == .science ? [1, 2] : [1] }
            return result == "GDS" ? [2] : [0]
        case .judgement: return Journeys.judgements.firstIndex(of: result).map { [$0 / 2] }
        }
    }

    static func isTwoLevel(_ side: MatrixSide) -> Bool {
        switch side.point {
        case .goodLevel, .phonicsYear1, .phonicsEndOfYear2: true
        case .keyStage1, .keyStage2TeacherAssessment: side.subject == .science
        default: false
        }
    }
}
