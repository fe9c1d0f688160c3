/// The columns of End of Key Stage 2, by year.
///
/// Papers and maxima are those of the tests since 2016. Not held in 2020 and 2021.
public struct KeyStage2Columns: Sendable {
    /// One test: its papers and its derived columns.
    public struct Test: Sendable, Hashable {
        public let subject: Subject
        public let papers: [Column]
        public let total: Column
        public let scaled: Column
        public let outcome: Column
        /// The teacher assessment beside it, in reading and mathematics.
        public let teacherAssessment: Column?
    }

    public let year: Int
    public let tests: [Test]
    public let writing: Column
    public let science: Column
    /// Every column, in the order of the grid.
    public let all: [Column]
    private let byID: [ColumnID: Column]

    /// - Returns: nil for a year in which the tests of today were not held: before 2016, 2020 and 2021.
    public init?(year: Int, codes: CodeLists) {
        guard Self.isHeld(in: year) else { return nil }
        self.year = year
        func test(_ subject: Subject, _ papers: [(title: String, maximum: Int)], hasTA: Bool) -> Test {
            let testCodes = codes.codes(.ks2, subject, .test, year: year)
            let paperCodes = testCodes.filter { $0.entry != .history && $0.measure != .byScore && $0.code != "N" }
            let maximum = papers.reduce(0) { $0 + $1.maximum }
            func id(_ part: String) -> ColumnID { ColumnID(rawValue: "\(subject.rawValue).\(part)") }
            return Test(
                subject: subject,
                papers: papers.enumerated().map { offset, paper in
                    Column(
                        id: id("paper\(offset + 1)"), subject: subject, kind: .mark(maximum: paper.maximum),
                        title: paper.title, codes: paperCodes)
                },
                total: Column(
                    id: id("total"), subject: subject, kind: .total(maximum: maximum), title: "total", codes: []),
                scaled: Column(
                    id: id("scaled"), subject: subject, kind: .scaledScore(80...120), title: "scaled score", codes: []),
                outcome: Column(
                    id: id("outcome"), subject: subject, kind: .outcome, title: "outcome", codes: testCodes),
                teacherAssessment: hasTA
                    ? Column(
                        id: id("ta"), subject: subject, kind: .teacherAssessment, title: "teacher assessment",
                        codes: codes.codes(.ks2, subject, .ta, year: year)) : nil)
        }
        func assessment(_ subject: Subject) -> Column {
            Column(
                id: ColumnID(rawValue: "\(subject.rawValue).ta"), subject: subject, kind: .teacherAssessment,
                title: "teacher assessment", codes: codes.codes(.ks2, subject, .ta, year: year))
        }
        tests = [
            test(.reading, [("paper", 50)], hasTA: true),
            test(.gps, [("Paper 1 (questions)", 50), ("Paper 2 (spelling)", 20)], hasTA: false),
            test(
                .mathematics,
                [("Paper 1 (arithmetic)", 40), ("Paper 2 (reasoning)", 35), ("Paper 3 (reasoning)", 35)], hasTA: true),
        ]
        writing = assessment(.writing)
        science = assessment(.science)
        func columns(_ test: Test) -> [Column] {
            test.papers + [test.total, test.scaled, test.outcome] + (test.teacherAssessment.map { [$0] } ?? [])
        }
        all = columns(tests[0]) + columns(tests[1]) + [writing] + columns(tests[2]) + [science]
        byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }

    /// Whether the tests of today were held in a calendar year.
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
    /// Until 2018 every pupil had a teacher assessment in reading and mathematics beside the test.
    public var testAndTeacherAssessmentExclude: Bool { year >= 2019 }
}
