/// The codes of every assessment, by subject, kind and year.
public struct CodeLists: Sendable {
    private struct Key: Hashable {
        let assessment: AssessmentKind
        let subject: Subject
        let kind: ResultCode.Kind
    }

    private var codes: [Key: [ResultCode]] = [:]

    init(reading files: [ShippedTable]) throws(ShippedDataError) {
        for file in files {
            for row in file.rows.indices {
                guard let assessment = try AssessmentKind(rawValue: file.text("assessment", row: row)),
                    let subject = try Subject(rawValue: file.text("subject", row: row)),
                    let kind = try ResultCode.Kind(rawValue: file.text("kind", row: row)),
                    let entry = try ResultCode.Entry(rawValue: file.text("entry", row: row)),
                    let measure = try ResultCode.Measure(rawValue: file.text("measure", row: row))
                else { throw .malformed(file: file.name, line: row + 2) }
                let from = try file.number("from_year", row: row)
                let to = try file.optionalNumber("to_year", row: row) ?? 2100
                let levelText = try file.text("level", row: row)
                let level = AttainmentLevel(rawValue: levelText)
                guard from <= to, level != nil || levelText == "none", (level == nil) == (measure == .leftOut) else {
                    throw .malformed(file: file.name, line: row + 2)
                }
                let code = try ResultCode(
                    code: file.text("code", row: row), kind: kind, subject: subject, years: from...to, entry: entry,
                    measure: measure, level: level,
                    closesOther: file.text("closes_other", row: row) == "yes", meaning: file.text("meaning", row: row))
                codes[Key(assessment: assessment, subject: subject, kind: kind), default: []].append(code)
            }
        }
    }

    /// The codes that a column takes in a year, in the order of the Information key.
    public func codes(_ assessment: AssessmentKind, _ subject: Subject, _ kind: ResultCode.Kind, year: Int)
        -> [ResultCode]
    {
        codes[Key(assessment: assessment, subject: subject, kind: kind), default: []].filter { $0.years.contains(year) }
    }

    /// The years in which a code that exists, but not in the year asked for, is in use; for the message that refuses it.
    public func years(
        of code: String, _ assessment: AssessmentKind, _ subject: Subject, _ kind: ResultCode.Kind
    ) -> [ClosedRange<Int>] {
        codes[Key(assessment: assessment, subject: subject, kind: kind), default: []]
            .filter { $0.code == code }.map(\.years)
    }
}
