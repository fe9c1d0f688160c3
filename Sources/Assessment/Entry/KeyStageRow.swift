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
        var result = TestResult(marks: test.papers.map { facts[$0.id].flatMap { Int($0) } })
        for paper in test.papers {
            if let text = facts[paper.id], Int(text) == nil {
                result.codeColumn = paper
                result.paperCode = text
                break
            }
        }
        result.officialTotal = facts[test.total.id].flatMap { Int($0) }
        result.officialScore = facts[test.scaled.id].flatMap { ScaledScore(text: $0) }
        result.officialOutcome = facts[test.outcome.id]

        let marks = result.marks.compactMap(\.self)
        if marks.count == test.papers.count {
            result.total = marks.reduce(0, +)
        } else if result.paperCode == nil {
            result.total = result.officialTotal
        }
        result.reading = result.total.map { tables.read(raw: $0, tableKey(test.subject)) }
        if let official = result.officialScore {
            result.score = official
        } else if case .score(let score) = result.reading, result.officialOutcome != "N" {
            result.score = ScaledScore(score)
        }
        let isAchievement = ["AS", "NS"]
        if let official = result.officialOutcome, !isAchievement.contains(official) {
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

    /// Every cell of the row.
    public func cells() -> [ColumnID: CellState] {
        var cells: [ColumnID: CellState] = [:]
        cells.reserveCapacity(columns.all.count)
        for test in columns.tests { addCells(of: test, to: &cells) }
        for column in [columns.writing, columns.science] {
            let value = facts[column.id]
            cells[column.id] = CellState(
                value: value, origin: value == nil ? .none : .stored, isDue: value == nil && columns.isStatutory)
        }
        return cells
    }

    /// How many results are due of the pupil and how many are in: a test or a teacher assessment each counts one.
    ///
    /// Writing and science are due of everybody and, at Key Stage 2, a test each in reading, grammar, punctuation and
    /// spelling, and mathematics, with a teacher assessment where the test is B. At Key Stage 1 the teacher assessments are
    /// due and a test counts once it is begun. In an optional year what is in is all that is due.
    public func completeness() -> (done: Int, due: Int) {
        completenessBySubject().values.reduce((0, 0)) { ($0.0 + $1.done, $0.1 + $1.due) }
    }

    /// The same, subject by subject.
    public func completenessBySubject() -> [Subject: (done: Int, due: Int)] {
        var counts: [Subject: (done: Int, due: Int)] = [:]
        func count(_ subject: Subject, _ isIn: Bool, isDue: Bool) {
            var count = counts[subject] ?? (0, 0)
            if isIn { count.done += 1 }
            if isIn || (isDue && columns.isStatutory) { count.due += 1 }
            counts[subject] = count
        }
        for column in [columns.writing, columns.science] {
            count(column.subject, facts[column.id] != nil, isDue: true)
        }
        for test in columns.tests {
            let result = result(test)
            count(
                test.subject, result.outcome != nil || result.score != nil || result.total != nil,
                isDue: columns.shape.testsAreDue || result.hasMark)
            if let column = test.teacherAssessment {
                count(test.subject, facts[column.id] != nil, isDue: isTeacherAssessmentDue(result))
            }
        }
        return counts
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
