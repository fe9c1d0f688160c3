/// One pupil's End of Key Stage 1 or 2 as it follows from the stored facts: every cell, lock, gap and standing.
///
/// A value made anew whenever facts or tables change, so nothing in it can be out of date.
public struct KeyStageRow: AssessmentRow {
    public let columns: KeyStageColumns
    public let facts: Facts
    let tables: ConversionTables

    public init(columns: KeyStageColumns, facts: Facts, tables: ConversionTables) {
        self.columns = columns
        self.facts = facts
        self.tables = tables
    }

    /// What is known of one test.
    public struct TestResult: Sendable, Hashable {
        /// By paper, in order; nil where none is entered.
        public var marks: [Int?]
        /// The paper in which a code stands, and the code.
        public var codeInPaper: (column: Column, code: String)? {
            paperCode.flatMap { code in codeColumn.map { ($0, code) } }
        }
        var codeColumn: Column?
        var paperCode: String?
        /// The total that a file brought.
        public var officialTotal: Int?
        /// The score that a file brought or somebody typed.
        public var officialScore: ScaledScore?
        /// The outcome that a file brought or somebody typed for history.
        public var officialOutcome: String?
        /// The sum of the papers when all are in, else the official total.
        public var total: Int?
        /// What the year's table or threshold makes of the total.
        public var reading: ConversionTables.Reading?
        /// The official score, else the table's; none where a file brought N.
        public var score: ScaledScore?
        /// The code that stands for the test (not AS or NS).
        public var code: String?
        /// AS, NS or a code; nil while unknown.
        public var outcome: String?

        var hasMark: Bool { marks.contains { $0 != nil } }
    }

    /// Works one test out.
    public func result(_ test: KeyStageColumns.Test) -> TestResult {
        var result = TestResult(marks: Array(repeating: nil, count: test.papers.count))
        var sum = 0
        var isWhole = true
        for (index, paper) in test.papers.enumerated() {
            let text = facts[paper.id]
            if let mark = text.flatMap({ Int($0) }) {
                result.marks[index] = mark
                sum += mark
            } else {
                isWhole = false
                if let text, result.paperCode == nil {
                    result.codeColumn = paper
                    result.paperCode = text
                }
            }
        }
        result.officialTotal = facts[test.total.id].flatMap { Int($0) }
        result.officialScore = facts[test.scaled.id].flatMap { ScaledScore(text: $0) }
        result.officialOutcome = facts[test.outcome.id]

        if isWhole {
            result.total = sum
        } else if result.paperCode == nil {
            result.total = result.officialTotal
        }
        result.reading = result.total.map { tables.read(raw: $0, tableKey(test.subject)) }
        if let official = result.officialScore {
            result.score = official
        } else if case .score(let score) = result.reading, result.officialOutcome != "N" {
            result.score = ScaledScore(score)
        }
        if let official = result.officialOutcome, official != "AS", official != "NS" {
            result.code = official
        } else {
            result.code = result.paperCode
        }
        result.outcome = outcome(of: result)
        return result
    }

    private func outcome(of result: TestResult) -> String? {
        if let known = result.officialOutcome ?? result.code { return known }
        if let score = result.score { return score.score >= 100 ? "AS" : "NS" }
        switch result.reading {
        case .noScore: return "N"
        case .byThreshold(let expected, _): return expected ? "AS" : "NS"
        case .score, .noTable, nil: return nil
        }
    }

    /// The key of the conversion table that a test of this year goes by.
    public func tableKey(_ subject: Subject) -> ConversionTable.Key {
        ConversionTable.Key(year: columns.year, keyStage: columns.keyStage, subject: subject)
    }

    public func forEachCell(_ body: (Column, CellState) -> Void) {
        for test in columns.tests { forEachCell(of: test, body) }
        for column in [columns.writing, columns.science] {
            let value = facts[column.id]
            body(
                column,
                CellState(
                    value: value, origin: value == nil ? .none : .stored, isDue: value == nil && columns.isStatutory))
        }
    }

    /// How many results are due of the pupil and how many are in: a test or a teacher assessment each counts one.
    ///
    /// Writing and science are due of everybody and, at Key Stage 2, a test each in reading, grammar, punctuation and
    /// spelling, and mathematics, with a teacher assessment where the test is B. At Key Stage 1 the teacher assessments are
    /// due and a test counts once it is begun. In an optional year what is in is all that is due.
    public func completeness() -> (done: Int, due: Int) {
        var sum = (done: 0, due: 0)
        forEachResult { _, isIn, isDue in
            if isIn { sum.done += 1 }
            if isDue { sum.due += 1 }
        }
        return sum
    }

    /// The same, subject by subject.
    public func completenessBySubject() -> [Subject: (done: Int, due: Int)] {
        var counts: [Subject: (done: Int, due: Int)] = [:]
        forEachResult { subject, isIn, isDue in
            var count = counts[subject] ?? (0, 0)
            if isIn { count.done += 1 }
            if isDue { count.due += 1 }
            counts[subject] = count
        }
        return counts
    }

    /// Everything that can be due of the pupil: whether it is in, and whether it counts as due (what is in always does).
    private func forEachResult(_ body: (_ subject: Subject, _ isIn: Bool, _ isDue: Bool) -> Void) {
        func visit(_ subject: Subject, isIn: Bool, isDue: Bool) {
            body(subject, isIn, isIn || isDue && columns.isStatutory)
        }
        for column in [columns.writing, columns.science] {
            visit(column.subject, isIn: facts[column.id] != nil, isDue: true)
        }
        for test in columns.tests {
            let result = result(test)
            visit(
                test.subject, isIn: result.outcome != nil || result.score != nil || result.total != nil,
                isDue: columns.shape.testsAreDue || result.hasMark)
            if let column = test.teacherAssessment {
                visit(test.subject, isIn: facts[column.id] != nil, isDue: isTeacherAssessmentDue(result))
            }
        }
    }

    /// B in reading or mathematics calls for a teacher assessment; where they do not exclude each other, every pupil has one.
    func isTeacherAssessmentDue(_ result: TestResult) -> Bool {
        columns.isStatutory && (columns.testAndTeacherAssessmentExclude ? result.code == "B" : true)
    }

    /// Whether an empty paper is missing: where tests are due of everybody, and where another paper of the test is in.
    func isPaperDue(_ result: TestResult) -> Bool {
        columns.isStatutory && (columns.shape.testsAreDue || result.hasMark)
    }
}
