/// Checks a table before it is taken: it must be whole, within the scale, never falling, and agree with what is known.
///
/// Source: DfE conversion tables since 2016; scale 80-120 at Key Stage 2, 85-115 at Key Stage 1.
public enum ConversionTableCheck {
    /// Makes a table of rows `raw mark -> scaled score` in any order.
    ///
    /// - Parameters:
    ///   - rows: each with the line it came from; `score` nil is N.
    ///   - maximum: the highest raw mark of the test.
    ///   - calendar: in which years the test was held.
    ///   - threshold: the raw marks for 100 and 110 if they are known from elsewhere.
    ///   - place: how the file names a line of it.
    /// - Throws: the first thing that is wrong, with its line or figures.
    public static func table(
        _ key: ConversionTable.Key, rows: [(raw: Int, score: Int?, line: Int)], maximum: Int,
        calendar: AssessmentCalendar, threshold: Threshold?,
        place: (Int) -> String = { "Line \($0)" }
    ) throws(ConversionTableError) -> ConversionTable {
        if case .notHeld(let reason) = calendar.holding(of: key.assessment, year: key.year) {
            throw .noTest(key, reason: reason)
        }
        let scale = key.keyStage == 1 ? 85...115 : 80...120
        var scores: [Int??] = Array(repeating: nil, count: maximum + 1)
        for row in rows {
            guard (0...maximum).contains(row.raw) else {
                throw .rawOutOfRange(key, raw: row.raw, maximum: maximum, place: place(row.line))
            }
            guard scores[row.raw] == nil else { throw .rawTwice(key, raw: row.raw, place: place(row.line)) }
            if let score = row.score, !scale.contains(score) {
                throw .scoreOutOfRange(key, score: score, scale: scale, place: place(row.line))
            }
            scores[row.raw] = .some(row.score)
        }
        if let gap = scores.firstIndex(where: { $0 == nil }) {
            throw .rawMissing(key, raw: gap, maximum: maximum)
        }
        let whole = scores.map { $0 ?? nil }
        var last: Int?
        for (raw, score) in whole.enumerated() {
            switch (last, score) {
            case (.some, nil): throw .noScoreAboveScore(key, raw: raw)
            case (.some(let before), .some(let now)) where now < before:
                throw .falls(key, raw: raw, from: before, to: now)
            default: last = score ?? last
            }
        }
        let table = ConversionTable(key: key, scores: whole)
        guard let first100 = table.firstRaw(reaching: 100) else { throw .standardNotReached(key) }
        if let threshold {
            if first100 != threshold.expected {
                throw .contradictsThreshold(key, score: 100, table: first100, known: threshold.expected)
            }
            if let higher = threshold.higher, table.firstRaw(reaching: 110) != higher {
                throw .contradictsThreshold(key, score: 110, table: table.firstRaw(reaching: 110), known: higher)
            }
        }
        return table
    }

    /// The highest raw mark of a test; nil when the key stage has no test in the subject.
    ///
    /// Source: domain page of the assessments; unchanged since 2016.
    public static func maximum(keyStage: Int, subject: Subject) -> Int? {
        switch (keyStage, subject) {
        case (2, .reading): 50
        case (2, .gps): 70
        case (2, .mathematics): 110
        case (1, .reading), (1, .gps): 40
        case (1, .mathematics): 60
        default: nil
        }
    }
}
