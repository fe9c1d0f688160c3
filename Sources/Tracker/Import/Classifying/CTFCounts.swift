import Assessment
import CommonTransferFile

/// What is counted while a CTF is classified, for the warnings at its head.
struct CTFCounts {
    private struct QuestionKey: Hashable {
        let year: SchoolYear
        let subject: Subject
        let codes: [String]
    }

    /// A year group of a year.
    struct Cohort: Hashable, Comparable {
        let year: SchoolYear
        let group: YearGroup

        static func < (left: Cohort, right: Cohort) -> Bool { (left.year, left.group) < (right.year, right.group) }
    }

    /// Records of one assessment that are kept.
    struct Kept {
        var count = 0
        /// Records with a value that the code table does not have.
        var unusual = 0
        /// The first of them.
        var example = ""
    }

    /// By assessment, everything the file has of it.
    var records: [AssessmentKind: Int] = [:]
    /// By what it is called: kept as it came and not used.
    private(set) var kept: [String: Kept] = [:]
    /// By the reason: of a year in which the assessment was not held.
    private(set) var notHeld: [String: Int] = [:]
    /// By what it is called: in the file and not asked for.
    var leftOut: [String: Int] = [:]
    var notResults = 0
    var underOtherStage: Set<String> = []
    /// Pupils put into a year group.
    var placed: [Cohort: Set<Int>] = [:]
    /// Pupils with results who stand in another year group then.
    var inOtherYearGroup: [Cohort: Set<Int>] = [:]
    /// Pupils with results of a time before they were here.
    var notHereThen: [Cohort: Set<Int>] = [:]
    var joinersWithoutPlace = 0
    /// Pupils whose birth date is another one here.
    var otherBirthDates: [Int] = []
    /// Dates of results that are none, with their lines.
    var unreadableDates: [(line: Int, text: String)] = []
    var unused = CTFUnusedDetails()
    private var asked: [QuestionKey: (example: String, pupils: Int)] = [:]

    /// Records that are kept as they came and listed by no item.
    var keptRecords: Int { kept.values.reduce(notResults) { $0 + $1.count } + notHeld.values.reduce(0, +) }

    /// Adds what was counted by codes and year.
    mutating func add(_ tally: RecordTally) {
        guard tally.count > 0 else { return }
        func count(_ assessment: AssessmentKind?, to records: inout [AssessmentKind: Int]) {
            if let assessment { records[assessment, default: 0] += tally.count }
        }
        switch tally.route {
        case .result(let kind, _): count(kind, to: &records)
        case .phonics: count(.phonics, to: &records)
        case .test: count(.ks2, to: &records)
        case .kept(let assessment, _):
            count(assessment, to: &records)
            let title = assessment?.title ?? tally.codes.stage
            var sum = kept[title] ?? Kept()
            sum.count += tally.count
            sum.unusual += tally.unusual
            if sum.example.isEmpty { sum.example = tally.example }
            kept[title] = sum
        case .leftOut(let assessment):
            count(assessment, to: &records)
            leftOut[assessment.title, default: 0] += tally.count
        case .notAResult(let assessment):
            count(assessment, to: &records)
            notResults += tally.count
        case .notHeld(let why) where why.kind != .ks2:
            count(why.kind, to: &records)
            notHeld[why.message, default: 0] += tally.count
        case .notHeld, .future, .unknown: break
        }
    }

    mutating func ask(_ question: TestReading.Question, _ year: SchoolYear, _ subject: Subject) {
        asked[QuestionKey(year: year, subject: subject, codes: question.codes), default: (question.example, 0)]
            .pupils += 1
    }

    func questions(supplier: String) -> [ReadingQuestion] {
        asked.map { key, value in
            ReadingQuestion(
                supplier: supplier, year: key.year, subject: key.subject, codes: key.codes, example: value.example,
                pupils: value.pupils)
        }
        .sorted {
            ($0.year, $0.subject.rawValue, $0.codes.description) < ($1.year, $1.subject.rawValue, $1.codes.description)
        }
    }
}
