import Assessment
import Reports

/// The measures written a second time, straight from the domain's page of the measures over stored facts, without the
/// program's standings: slow, plain, for comparison only.
struct PlainCalculation {
    struct Figures: Equatable {
        var eligible = 0
        var expected = 0
        var higher = 0
        var scores: [Int] = []
        var leftOut = 0
    }

    enum Place: Equatable {
        case out
        case leftOut
        /// 0 below, 1 expected, 2 higher.
        case counted(Int, score: Int?)
    }

    let year: Int
    let plusCounts: Bool

    static let testLeftOut = ["M", "L", "F", "P"]
    static let assessmentLeftOut = ["L", "F", "P"]
    static let papers = ["reading": [50], "gps": [50, 20], "mathematics": [40, 35, 35]]

    func figures(_ all: [Facts], _ area: KeyStage2Area) -> Figures {
        var figures = Figures()
        for facts in all {
            let place: Place
            if area == .rwm {
                let three = [test(facts, "reading"), assessment(facts, "writing"), test(facts, "mathematics")]
                place = together(three)
            } else if area.isTest {
                place = test(facts, area.rawValue)
            } else {
                place = assessment(facts, area.rawValue)
            }
            switch place {
            case .out: break
            case .leftOut: figures.leftOut += 1
            case .counted(let level, let score):
                figures.eligible += 1
                if level >= 1 { figures.expected += 1 }
                if level == 2, area != .science { figures.higher += 1 }
                if let score { figures.scores.append(score) }
            }
        }
        figures.scores.sort()
        return figures
    }

    private func together(_ three: [Place]) -> Place {
        if three.contains(.leftOut) { return .leftOut }
        var lowest = 2
        for place in three {
            guard case .counted(let level, _) = place else { return .out }
            lowest = min(lowest, level)
        }
        return .counted(lowest, score: nil)
    }

    private func assessment(_ facts: Facts, _ subject: String) -> Place {
        guard let value = facts[ColumnID(rawValue: "\(subject).ta")] else { return .out }
        if Self.assessmentLeftOut.contains(value) { return .leftOut }
        return .counted(value == "GDS" ? 2 : value == "EXS" ? 1 : 0, score: nil)
    }

    private func test(_ facts: Facts, _ subject: String) -> Place {
        func fact(_ part: String) -> String? { facts[ColumnID(rawValue: "\(subject).\(part)")] }
        let papers = (1...(Self.papers[subject]?.count ?? 1)).map { fact("paper\($0)") }
        let marks = papers.compactMap { $0.flatMap { Int($0) } }
        let paperCode = papers.compactMap(\.self).first { Int($0) == nil }
        let outcome = fact("outcome")
        let special = outcome.map { ["AS", "NS", "CA", "CN"].contains($0) } ?? false
        if let code = special ? nil : outcome ?? paperCode {
            return Self.testLeftOut.contains(code) ? .leftOut : .counted(0, score: nil)
        }
        let total = marks.count == papers.count ? marks.reduce(0, +) : fact("total").flatMap { Int($0) }
        if let scaled = fact("scaled") {
            let plus = scaled.hasSuffix("+")
            let own = Int(scaled.filter { $0 != "+" }) ?? 0
            return byScore(plus && plusCounts ? min(own + 3, 120) : own, outcome)
        }
        let key = Subject(rawValue: subject).map { ConversionTable.Key(year: year, keyStage: 2, subject: $0) }
        if let total, let key, let table = Shipped.data.tables.table(key) {
            guard let score = table.scores[total] else {
                return outcome == "AS" || outcome == "CA" ? .counted(1, score: nil) : .counted(0, score: nil)
            }
            return byScore(score, outcome)
        }
        if let total, let key, let threshold = Shipped.data.tables.threshold(key) {
            let level = total >= (threshold.higher ?? .max) ? 2 : total >= threshold.expected ? 1 : 0
            return .counted(level, score: nil)
        }
        if let outcome { return .counted(outcome == "AS" || outcome == "CA" ? 1 : 0, score: nil) }
        if !marks.isEmpty || total != nil { return .out }
        // Until 2018 the teacher assessment stood beside the test and was no entry of it.
        return year >= 2019 && subject != "gps" ? assessmentAlone(fact("ta")) : .out
    }

    private func byScore(_ score: Int, _ outcome: String?) -> Place {
        let level = score >= 110 ? 2 : score >= 100 || outcome == "AS" ? 1 : 0
        return .counted(level, score: score)
    }

    private func assessmentAlone(_ value: String?) -> Place {
        guard let value else { return .out }
        return Self.assessmentLeftOut.contains(value) ? .leftOut : .counted(0, score: nil)
    }
}
