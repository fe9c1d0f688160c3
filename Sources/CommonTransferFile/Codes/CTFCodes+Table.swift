import Assessment

extension CTFCodes {
    /// The headings of the table, in order.
    static let headings = [
        "stage", "subject", "method", "component", "qualifier", "valid_from_year", "valid_to_year", "values", "meaning",
        "confidence", "assessment", "column",
    ]

    /// Reads the table from CSV in the plain form of the shipped file: commas, no quotation marks, headings first.
    public init(csv text: String) throws(CTFCodesError) {
        var entries: [CTFCodeEntry] = []
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if offset == 0 {
                guard fields == Self.headings else { throw .malformed(line: 1) }
            } else if !line.isEmpty {
                entries.append(try Self.entry(fields, line: offset + 1))
            }
        }
        self.init(entries: entries)
    }

    private static func entry(_ fields: [String], line: Int) throws(CTFCodesError) -> CTFCodeEntry {
        guard fields.count == headings.count, let firstYear = Int(fields[5]),
            let confidence = CTFConfidence(rawValue: fields[9])
        else { throw .malformed(line: line) }
        let lastYear = Int(fields[6])
        let assessment = AssessmentKind(rawValue: fields[10])
        guard lastYear != nil || fields[6].isEmpty, assessment != nil || fields[10].isEmpty,
            fields[10].isEmpty == fields[11].isEmpty
        else { throw .malformed(line: line) }
        return CTFCodeEntry(
            stage: fields[0], subject: fields[1], method: fields[2], component: fields[3], qualifier: fields[4],
            firstYear: firstYear, lastYear: lastYear, values: fields[7], meaning: fields[8], confidence: confidence,
            assessment: assessment, column: fields[11].isEmpty ? nil : ColumnID(rawValue: fields[11]))
    }
}
