import Assessment
import Testing

@Suite struct ConversionTableCheckTests {
    static let key = ConversionTable.Key(year: 2027, keyStage: 2, subject: .reading)

    /// A table of 0 to 50: N up to 2, then 80 rising to 120 by steps, 100 at 25 and 110 at 39.
    static var good: [(raw: Int, score: Int?, line: Int)] {
        (0...50).map { raw in
            let score: Int? =
                switch raw {
                case 0...2: nil
                case 3..<25: min(99, 78 + raw)
                case 25..<39: min(109, 75 + raw)
                default: min(120, 71 + raw)
                }
            return (raw, score, raw + 2)
        }
    }

    static func refusal(
        _ change: (inout [(raw: Int, score: Int?, line: Int)]) -> Void, threshold: Threshold? = nil
    ) -> ConversionTableError? {
        var rows = good
        change(&rows)
        do {
            _ = try ConversionTableCheck.table(
                key, rows: rows, maximum: 50, calendar: Shipped.data.calendar, threshold: threshold)
            return nil
        } catch { return error }
    }

    @Test("a whole table is taken")
    func whole() throws {
        let threshold = Threshold(key: Self.key, maximum: 50, expected: 25, higher: 39)
        #expect(Self.refusal({ _ in }, threshold: threshold) == nil)
        #expect(Self.refusal({ $0.shuffle() }) == nil)
    }

    @Test("each thing that can be wrong is refused with its place")
    func refusals() {
        #expect(
            Self.refusal { $0.append((51, 120, 53)) }
                == .rawOutOfRange(Self.key, raw: 51, maximum: 50, place: "Line 53"))
        #expect(
            Self.refusal { $0.append((-1, nil, 53)) }
                == .rawOutOfRange(Self.key, raw: -1, maximum: 50, place: "Line 53"))
        #expect(Self.refusal { $0.append((7, 85, 53)) } == .rawTwice(Self.key, raw: 7, place: "Line 53"))
        #expect(Self.refusal { $0.append((1, nil, 53)) } == .rawTwice(Self.key, raw: 1, place: "Line 53"))
        #expect(Self.refusal { $0.removeAll { $0.raw == 7 } } == .rawMissing(Self.key, raw: 7, maximum: 50))
        #expect(Self.refusal { $0.removeLast() } == .rawMissing(Self.key, raw: 50, maximum: 50))
        #expect(Self.refusal { $0.removeAll() } == .rawMissing(Self.key, raw: 0, maximum: 50))
        #expect(
            Self.refusal { $0[50].score = 121 }
                == .scoreOutOfRange(Self.key, score: 121, scale: 80...120, place: "Line 52"))
        #expect(
            Self.refusal { $0[3].score = 79 }
                == .scoreOutOfRange(Self.key, score: 79, scale: 80...120, place: "Line 5"))
        #expect(Self.refusal { $0[10].score = nil } == .noScoreAboveScore(Self.key, raw: 10))
        #expect(Self.refusal { $0[30].score = 99 } == .falls(Self.key, raw: 30, from: 104, to: 99))
        #expect(
            Self.refusal { rows in
                for place in rows.indices { rows[place].score = rows[place].score.map { min($0, 99) } }
            }
                == .standardNotReached(Self.key))
    }

    @Test("a table that contradicts a known threshold is refused")
    func thresholds() {
        let expected = Threshold(key: Self.key, maximum: 50, expected: 26, higher: 39)
        #expect(
            Self.refusal({ _ in }, threshold: expected)
                == .contradictsThreshold(Self.key, score: 100, table: 25, known: 26))
        let higher = Threshold(key: Self.key, maximum: 50, expected: 25, higher: 40)
        #expect(
            Self.refusal({ _ in }, threshold: higher)
                == .contradictsThreshold(Self.key, score: 110, table: 39, known: 40))
    }

    @Test("Key Stage 1 has its own scale and papers")
    func keyStage1() {
        let key = ConversionTable.Key(year: 2023, keyStage: 1, subject: .reading)
        let rows: [(raw: Int, score: Int?, line: Int)] = (0...40).map { ($0, 120, $0 + 2) }
        #expect(throws: ConversionTableError.scoreOutOfRange(key, score: 120, scale: 85...115, place: "Line 2")) {
            try ConversionTableCheck.table(
                key, rows: rows, maximum: 40, calendar: Shipped.data.calendar, threshold: nil)
        }
        #expect(ConversionTableCheck.maximum(keyStage: 1, subject: .mathematics) == 60)
        #expect(ConversionTableCheck.maximum(keyStage: 2, subject: .writing) == nil)
    }

    @Test("messages name the test, the figures and the line")
    func messages() {
        let message = ConversionTableError.rawTwice(Self.key, raw: 7, place: "Line 53").message
        #expect(
            message
                == "Line 53: raw mark 7 of Key Stage 2 reading 2027 stands in the table twice. Each raw mark must stand once."
        )
        #expect(
            ConversionTableError.contradictsThreshold(Self.key, score: 110, table: nil, known: 40).message.contains(
                "no mark"))
    }
}
