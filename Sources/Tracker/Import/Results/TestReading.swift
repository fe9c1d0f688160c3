import Assessment
import CommonTransferFile

/// Understands the test records of one pupil and subject by their values, as the codes of the KS2 tests in a CTF are not published.
///
/// Letters are outcomes. Of two numbers the one is the mark and the other the scaled score: by their ranges where these tell, else
/// by the year's table, else by what a person has answered for the supplier and year.
struct TestReading {
    /// A value that found its column.
    struct Placed {
        var column: ColumnID
        var text: String
        var line: Int
        var date: String?
    }

    /// A value that did not.
    struct Refused {
        var status: ImportStatus
        var column: ColumnID
        var text: String
        var message: String
        var line: Int
    }

    /// Numbers that can be read both ways.
    struct Question {
        var codes: [String]
        var example: String
    }

    var placed: [Placed] = []
    var refused: [Refused] = []
    var question: Question?
    /// Records that say what another one says.
    private(set) var repeated = 0

    private let test: KeyStage2Columns.Test
    private let year: Int
    private let tables: ConversionTables
    private let answers: [String: NumberReading]

    init(
        _ records: [TestRecord], test: KeyStage2Columns.Test, year: Int, tables: ConversionTables,
        answers: [String: NumberReading]
    ) {
        self.test = test
        self.year = year
        self.tables = tables
        self.answers = answers
        var codes: [(record: TestRecord, code: String)] = []
        var numbers: [(record: TestRecord, number: Int)] = []
        for record in records {
            switch record.value {
            case .outcome(let code): codes.append((record, code))
            case .number(let number):
                if !numbers.contains(where: { $0.number == number && $0.record.code == record.code }) {
                    numbers.append((record, number))
                } else {
                    repeated += 1
                }
            case .specialConsideration(let score):
                place(record, test.scaled, ScaledScore(score, specialConsideration: true).description)
            case .unreadable:
                refuse(
                    .invalid, record,
                    "“\(record.text.prefix(40))” (\(record.code)) is neither a mark, a scaled score nor an outcome of the \(subject) test."
                )
            }
        }
        readCodes(codes)
        readNumbers(numbers)
    }

    private var subject: String { test.subject.inSentence }

    /// The single paper of reading, else the total.
    private var markColumn: Column { test.papers.count == 1 ? test.papers[0] : test.total }

    private var maximum: Int {
        if case .total(let maximum) = test.total.kind { return maximum }
        return 0
    }

    private mutating func readCodes(_ codes: [(record: TestRecord, code: String)]) {
        if codes.isEmpty { return }
        var different = Set(codes.map(\.code))
        // N stands where the scaled score would, NS beside it as the outcome: N says more.
        if different == ["N", "NS"] { different = ["N"] }
        guard different.count <= 1 else {
            for (record, code) in codes {
                refuse(
                    .invalid, record, column: test.outcome,
                    "The file gives \(code) and \(different.subtracting([code]).sorted().joined(separator: ", ")) as the outcome of the \(subject) test. None is taken: correct the file."
                )
            }
            return
        }
        if let code = different.first, let first = codes.first(where: { $0.code == code })?.record {
            place(first, test.outcome, code)
            repeated += codes.count - 1
        }
    }

    private mutating func readNumbers(_ numbers: [(record: TestRecord, number: Int)]) {
        switch numbers.count {
        case 0: break
        case 1: readOne(numbers[0].record, numbers[0].number)
        case 2: readTwo(numbers[0], numbers[1])
        default:
            let all = numbers.map { "\($0.number) (\($0.record.code))" }.joined(separator: ", ")
            for (record, _) in numbers {
                refuse(
                    .unknownCode, record,
                    "The file gives \(numbers.count) numbers for the \(subject) test (\(all)); which is the mark is not known. They are kept as they came."
                )
            }
        }
    }

    private mutating func readOne(_ record: TestRecord, _ number: Int) {
        switch (number <= maximum, (80...120).contains(number)) {
        case (true, false): place(record, markColumn, String(number))
        case (false, true): place(record, test.scaled, String(number))
        case (false, false): refuseRange(record, number)
        case (true, true):
            switch answers[record.code] {
            case .mark: place(record, markColumn, String(number))
            case .scaled: place(record, test.scaled, String(number))
            case nil:
                ask(
                    [record], "\(number) (\(record.code)) can be a mark as well as a scaled score. Say which it is.",
                    example: "\(number)")
            }
        }
    }

    private mutating func readTwo(
        _ first: (record: TestRecord, number: Int), _ second: (record: TestRecord, number: Int)
    ) {
        func fits(_ mark: Int, _ score: Int) -> Bool { mark <= maximum && (80...120).contains(score) }
        var forward = fits(first.number, second.number)
        var backward = fits(second.number, first.number)
        if forward, backward, first.number != second.number {
            let byTable = (agrees(first.number, second.number), agrees(second.number, first.number))
            if byTable.0 != byTable.1 {
                (forward, backward) = byTable
            } else {
                switch (answers[first.record.code], answers[second.record.code]) {
                case (.mark, .scaled), (.mark, nil), (nil, .scaled): backward = false
                case (.scaled, .mark), (.scaled, nil), (nil, .mark): forward = false
                case (.mark, .mark), (.scaled, .scaled), (nil, nil): break
                }
            }
        }
        switch (forward, backward) {
        case (true, false): place(mark: first, score: second)
        case (false, true): place(mark: second, score: first)
        case (true, true) where first.number == second.number: place(mark: first, score: second)
        case (true, true):
            let numbers = "\(first.number) (\(first.record.code)) and \(second.number) (\(second.record.code))"
            ask(
                [first.record, second.record],
                "\(numbers) can each be the mark or the scaled score. Say which code holds the scaled score.",
                example: "\(first.number) and \(second.number)")
        case (false, false):
            for (record, number) in [first, second] {
                refuse(
                    .invalid, record,
                    "\(first.number) and \(second.number) can’t be a mark (0 to \(maximum)) and a scaled score (80 to 120) of the \(subject) test; this is \(number). Check the file."
                )
            }
        }
    }

    /// Whether a mark gives a score by what is known of the year; true when nothing is known.
    private func agrees(_ mark: Int, _ score: Int) -> Bool {
        let key = ConversionTable.Key(year: year, keyStage: 2, subject: test.subject)
        switch tables.read(raw: mark, key) {
        case .score(let table): return table == score
        case .noScore: return false
        case .byThreshold(let expected, let higher):
            guard expected == (score >= 100) else { return false }
            return tables.threshold(key)?.higher == nil || higher == (score >= 110)
        case .noTable: return true
        }
    }

    private mutating func place(
        mark: (record: TestRecord, number: Int), score: (record: TestRecord, number: Int)
    ) {
        place(mark.record, markColumn, String(mark.number))
        place(score.record, test.scaled, String(score.number))
    }

    private mutating func place(_ record: TestRecord, _ column: Column, _ text: String) {
        placed.append(Placed(column: column.id, text: text, line: record.line, date: record.date))
    }

    private mutating func refuseRange(_ record: TestRecord, _ number: Int) {
        refuse(
            .invalid, record,
            "\(number) is neither a mark (0 to \(maximum)) nor a scaled score (80 to 120) of the \(subject) test.")
    }

    private mutating func refuse(
        _ status: ImportStatus, _ record: TestRecord, column: Column? = nil, _ message: String
    ) {
        refused.append(
            Refused(
                status: status, column: (column ?? test.scaled).id, text: record.text, message: message,
                line: record.line))
    }

    private mutating func ask(_ records: [TestRecord], _ message: String, example: String) {
        for record in records { refuse(.conflict, record, message) }
        question = Question(codes: records.map(\.code), example: example)
    }
}
