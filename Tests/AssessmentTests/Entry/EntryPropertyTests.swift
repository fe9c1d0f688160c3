import Assessment
import Testing

@Suite struct EntryPropertyTests {
    static let texts = [
        "", "0", "2", "3", "17", "20", "25", "35", "40", "50", "51", "70", "110", "A", "B", "U", "J", "M", "L", "F",
        "P", "N",
        "H", "Q", "T", "AS", "NS", "CA", "EXS", "GDS", "WTS", "HNM", "PK6", "PK1", "EM", "BLW", "PKG", "80", "97",
        "97+", "100",
        "110+", "120", "+", "rubbish", "-1", "x",
    ]

    /// Half the time something the column may well take, else anything.
    static func text(for column: Column, using random: inout SeededGenerator) -> String {
        if Bool.random(using: &random) { return texts.randomElement(using: &random) ?? "" }
        switch column.kind {
        case .mark(let maximum), .total(let maximum):
            if Bool.random(using: &random) { return String(Int.random(in: 0...maximum, using: &random)) }
        case .scaledScore(let scale):
            return "\(Int.random(in: scale, using: &random))\(Bool.random(using: &random) ? "+" : "")"
        case .outcome, .teacherAssessment: break
        }
        return column.codes.randomElement(using: &random)?.code ?? ""
    }

    /// What must never be reached by checked edits, said over the facts alone.
    static func forbidden(_ facts: Facts, year: Int) throws -> String? {
        for test in try Shipped.columns(year).tests {
            let papers = test.papers.compactMap { facts[$0.id] }
            let marks = papers.compactMap { Int($0) }
            let paperCodes = papers.filter { Int($0) == nil }
            let outcome = facts[test.outcome.id]
            let standsForTest = outcome.map { !["AS", "NS", "CA", "CN", "N"].contains($0) } ?? false
            if !marks.isEmpty, !paperCodes.isEmpty { return "\(test.subject): a mark and a code in its papers" }
            if paperCodes.count > 1 { return "\(test.subject): codes in two papers" }
            if !marks.isEmpty || facts[test.total.id] != nil, standsForTest {
                return "\(test.subject): marks and the code \(outcome ?? "")"
            }
            if facts[test.scaled.id] != nil, standsForTest || outcome == "N" || !paperCodes.isEmpty {
                return "\(test.subject): a scaled score and a code"
            }
            if let code = paperCodes.first, let outcome, outcome != code { return "\(test.subject): two codes" }
            for (paper, text) in test.papers.map({ ($0, facts[$0.id]) }) {
                if case .mark(let maximum) = paper.kind, let text, let mark = Int(text), !(0...maximum).contains(mark) {
                    return "\(paper.id): \(text)"
                }
            }
            guard year >= 2019, let column = test.teacherAssessment, facts[column.id] != nil else { continue }
            let closing = ["A", "U", "J", "N", "AS", "NS", "CA", "CN"]
            if !marks.isEmpty || facts[test.total.id] != nil || facts[test.scaled.id] != nil
                || closing.contains(outcome ?? "") || closing.contains(paperCodes.first ?? "")
            {
                return "\(test.subject): a teacher assessment beside a test result"
            }
        }
        return nil
    }

    @Test(
        "no sequence of checked edits reaches a forbidden state, and every state can be cleared",
        arguments: [2018, 2019, 2026, 2027])
    func sequences(_ year: Int) throws {
        var random = SeededGenerator(seed: UInt64(year))
        let columns = try Shipped.columns(year).all
        var taken = 0
        for _ in 0..<120 {
            var row = try Shipped.row(year)
            for _ in 0..<40 {
                // when
                guard let column = columns.randomElement(using: &random) else { continue }
                let text = Self.text(for: column, using: &random)
                let source: EntrySource = Bool.random(using: &random) ? .hand : .file
                if row.problem(text, in: column.id, source: source) == nil {
                    row = try row.entering(text, in: column.id, source: source)
                    taken += 1
                }
                // then
                let wrong = try Self.forbidden(row.facts, year: year)
                #expect(wrong == nil, "\(row.facts)")
                let (done, due) = row.completeness()
                #expect(done <= due && due >= 5)
                #expect(row.cells().count == columns.count)
            }
            for id in row.facts.keys.shuffled(using: &random) { row = try row.entering("", in: id) }
            #expect(row.isEmpty)
            #expect(try row.cells() == Shipped.row(year).cells())
        }
        #expect(taken > 1000, "the sequences must get somewhere")
    }

    @Test("what an open cell says can be entered is taken, and what a closed cell says is refused is refused")
    func accessAgreesWithCheck() throws {
        var random = SeededGenerator(seed: 3)
        let columns = try Shipped.columns(2026).all
        func isMark(_ column: Column) -> Bool { if case .mark = column.kind { true } else { false } }
        for _ in 0..<400 {
            var row = try Shipped.row(2026)
            for _ in 0..<6 {
                guard let column = columns.randomElement(using: &random) else { continue }
                let text = Self.text(for: column, using: &random)
                if row.problem(text, in: column.id, source: .file) == nil {
                    row = try row.entering(text, in: column.id, source: .file)
                }
            }
            for column in columns {
                let cell = try #require(row.cell(column.id))
                guard cell.value == nil else { continue }
                for code in column.typedCodes where code.entry == .typed {
                    let problem = row.problem(code.code, in: column.id)
                    switch cell.access {
                    case .closed(_, let accepts):
                        // The code that another paper of the test has is that code once, so nothing is to be refused.
                        let isRepeated =
                            isMark(column)
                            && row.facts.contains { id, value in
                                id.rawValue.hasPrefix("\(column.subject.rawValue).paper") && value == code.code
                            }
                        #expect(
                            (problem == nil) == (accepts.contains(code.code) || isRepeated),
                            "\(column.id) \(code.code) \(row.facts)")
                    case .readOnly: #expect(problem != nil, "\(column.id) \(code.code) \(row.facts)")
                    case .open: break
                    }
                }
                if case .mark = column.kind, cell.access == .open {
                    #expect(
                        row.problem("1", in: column.id) == nil || row.facts.values.contains("N"),
                        "\(column.id) \(row.facts)")
                }
            }
        }
    }
}
