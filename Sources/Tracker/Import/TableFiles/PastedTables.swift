import Assessment
import Spreadsheets

/// Reads tables of two columns under a subject's heading, one below the other.
enum PastedTables {
    static func parse(_ lines: [SheetRow], origin: SheetOrigin, year given: SchoolYear?) throws(TrackerError)
        -> [ParsedTable]
    {
        var tables: [ParsedTable] = []
        var subject: Subject?
        var year = given?.endYear
        var keyStage = 2
        var columns = (raw: 0, score: 1)
        var isOpen = false
        for line in lines {
            let fields = line.fields.map(trimBlanks)
            let filled = fields.indices.filter { !fields[$0].isEmpty }
            guard let first = filled.first else { continue }
            if fields.indices.contains(columns.raw), fields[columns.raw].utf8.first.map(isASCIIDigit) == true,
                filled.count >= 2
            {
                guard let subject else {
                    throw FileReading.refusal(
                        "\(origin.place(line: line.line)): the table must have its subject as a heading above it.")
                }
                guard let year else {
                    throw FileReading.refusal(
                        "The table of \(subject.inSentence) does not say its year. Enter the year.")
                }
                let score = fields.indices.contains(columns.score) ? fields[columns.score] : ""
                let row = try row(raw: fields[columns.raw], score: score, line: line.line, origin: origin)
                if !isOpen {
                    tables.append(ParsedTable(key: .init(year: year, keyStage: keyStage, subject: subject), rows: []))
                    isOpen = true
                }
                tables[tables.count - 1].rows.append(row)
                continue
            }
            let folded = fields.map(HeadingMap.folded)
            isOpen = false
            if let raw = folded.firstIndex(where: isRaw) {
                columns.raw = raw
                columns.score = folded.firstIndex(where: isScaled) ?? filled.first { $0 != raw } ?? raw + 1
            }
            for index in filled {
                if let named = Self.subject(folded[index]) { subject = named }
                if let named = namedYear(fields[index]) { year = named }
                if folded[index].contains("keystage1") || folded[index].contains("ks1") { keyStage = 1 }
                if folded[index].contains("keystage2") || folded[index].contains("ks2") { keyStage = 2 }
            }
            let isHeading = folded.contains { isRaw($0) || Self.subject($0) != nil } || namedYear(fields[first]) != nil
            guard isHeading else {
                throw FileReading.refusal(
                    "\(origin.place(line: line.line)): “\(fields[first].prefix(40))” is neither a raw mark nor the heading of a table."
                )
            }
        }
        return tables
    }

    static func row(raw: String, score: String, line: Int, origin: SheetOrigin) throws(TrackerError) -> ParsedTable.Row
    {
        guard (1...3).contains(raw.utf8.count), raw.utf8.allSatisfy(isASCIIDigit), let mark = Int(raw) else {
            throw FileReading.refusal(
                "\(origin.place(line: line)): the raw score must be a whole number, not “\(raw.prefix(40))”.")
        }
        if ["n", "n/a", "none", "-", "–"].contains(score.lowercased()) {
            return .init(raw: mark, score: nil, line: line)
        }
        guard (1...3).contains(score.utf8.count), score.utf8.allSatisfy(isASCIIDigit), let scaled = Int(score) else {
            throw FileReading.refusal(
                "\(origin.place(line: line)): the scaled score must be a whole number, or N for none, not “\(score.prefix(40))”."
            )
        }
        return .init(raw: mark, score: scaled, line: line)
    }

    static func isRaw(_ folded: String) -> Bool { folded.hasPrefix("raw") || folded == "mark" || folded == "marks" }
    static func isScaled(_ folded: String) -> Bool { folded.hasPrefix("scaled") }

    /// By the subject's name, or a word of it, in a folded heading.
    static func subject(_ folded: String) -> Subject? {
        if folded.contains("grammar") || folded.contains("gps") || folded.contains("spelling") { return .gps }
        if folded.contains("math") { return .mathematics }
        if folded.contains("reading") { return .reading }
        return nil
    }

    private static func namedYear(_ text: String) -> Int? {
        text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.first { (2016...2100).contains($0) }
    }
}
