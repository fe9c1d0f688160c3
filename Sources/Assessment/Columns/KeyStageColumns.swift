/// The columns of End of Key Stage 1 or 2, by year: what its ``KeyStageShape`` declares.
public struct KeyStageColumns: AssessmentColumns {
    /// One test: its papers and its derived columns. Immutable, and a class for the reason that ``Column`` is one.
    public final class Test: Sendable {
        public let subject: Subject
        public let papers: [Column]
        public let total: Column
        public let scaled: Column
        public let outcome: Column
        /// The teacher assessment beside it, in reading and mathematics.
        public let teacherAssessment: Column?

        init(
            subject: Subject, papers: [Column], total: Column, scaled: Column, outcome: Column,
            teacherAssessment: Column?
        ) {
            self.subject = subject
            self.papers = papers
            self.total = total
            self.scaled = scaled
            self.outcome = outcome
            self.teacherAssessment = teacherAssessment
        }
    }

    public let year: Int
    public let tests: [Test]
    public let writing: Column
    public let science: Column
    /// Every column, in the order of the grid.
    public let all: [Column]
    public let filters: [ColumnFilter]
    public let isStatutory: Bool
    let shape: KeyStageShape
    private let byID: [ColumnID: Column]

    public var kind: AssessmentKind { shape.assessment }
    public var yearGroup: YearGroup { kind.yearGroup }
    /// 1 or 2.
    public var keyStage: Int { shape.keyStage }

    init(_ shape: KeyStageShape, year: Int, isStatutory: Bool = true, codes: CodeLists) {
        self.shape = shape
        self.year = year
        self.isStatutory = isStatutory
        let columns = shape.columns(year: year, codes: codes)
        tests = columns.tests
        writing = columns.writing
        science = columns.science
        func all(_ test: Test) -> [Column] {
            test.papers + [test.total, test.scaled, test.outcome] + (test.teacherAssessment.map { [$0] } ?? [])
        }
        self.all = tests.prefix(2).flatMap(all) + [writing] + tests.dropFirst(2).flatMap(all) + [science]
        byID = Dictionary(uniqueKeysWithValues: self.all.map { ($0.id, $0) })
        filters = Self.filters(tests, writing: writing, science: science)
    }

    /// The columns of End of Key Stage 2.
    ///
    /// - Returns: nil for a year in which the tests of today were not held: before 2016, 2020 and 2021.
    public init?(year: Int, codes: CodeLists) {
        guard Self.isHeld(in: year) else { return nil }
        self.init(.keyStage2, year: year, codes: codes)
    }

    public func row(_ facts: Facts, earlier: Facts, tables: ConversionTables) -> KeyStageRow {
        KeyStageRow(columns: self, facts: facts, tables: tables)
    }

    /// English, Mathematics, Science and Summary; ten columns at most, so that a class fits a laptop.
    private static func filters(_ tests: [Test], writing: Column, science: Column) -> [ColumnFilter] {
        func group(_ test: Test, _ columns: [Column?]) -> ColumnFilter.Group {
            .init(test.subject.title, columns.compactMap(\.self))
        }
        // A single paper is its own total.
        func whole(_ test: Test) -> ColumnFilter.Group {
            let total = test.papers.count > 1 ? test.total : nil
            let outcome = test.subject == .gps ? nil : test.outcome
            return group(test, test.papers + [total, test.scaled, outcome, test.teacherAssessment])
        }
        func short(_ test: Test) -> ColumnFilter.Group {
            group(test, [test.scaled, test.outcome, test.teacherAssessment])
        }
        let english = tests.filter { $0.subject != .mathematics }
        let mathematics = tests.filter { $0.subject == .mathematics }
        let judged = (
            writing: ColumnFilter.Group(writing.subject.title, [writing]),
            science: ColumnFilter.Group(science.subject.title, [science])
        )
        return [
            ColumnFilter("english", "English", groups: english.map(whole) + [judged.writing]),
            ColumnFilter("mathematics", "Mathematics", groups: mathematics.map(whole)),
            ColumnFilter("science", "Science", groups: [judged.science]),
            ColumnFilter(
                "summary", "Summary",
                groups: english.map(short) + [judged.writing] + mathematics.map(short) + [judged.science]),
        ]
    }

    /// Whether the tests of Key Stage 2 as they are today were held in a calendar year.
    public static func isHeld(in year: Int) -> Bool { year >= 2016 && year != 2020 && year != 2021 }

    public func column(_ id: ColumnID) -> Column? { byID[id] }

    /// The test of a subject; nil for writing and science.
    public func test(_ subject: Subject) -> Test? { tests.first { $0.subject == subject } }

    /// The teacher assessment of a subject; nil for grammar, punctuation and spelling.
    public func teacherAssessment(_ subject: Subject) -> Column? {
        switch subject {
        case .writing: writing
        case .science: science
        default: test(subject)?.teacherAssessment
        }
    }

    /// Whether test and teacher assessment of a subject close each other.
    ///
    /// Until 2018 every pupil had a teacher assessment in reading and mathematics beside the test of Key Stage 2; at Key
    /// Stage 1 every pupil has.
    public var testAndTeacherAssessmentExclude: Bool { shape.excludesFrom.map { year >= $0 } ?? false }
}
