import ArgumentParser
import Assessment
import Tracker

/// `leadline convert`
struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Look raw marks up in a year's conversion table.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The calendar year of the test.") var year: YearArgument
    @Option(help: "1 or 2.") var keyStage = 2
    @Option(help: "reading, gps or mathematics.") var subject: Subject
    @Argument(help: "Raw marks.") var marks: [Int]

    mutating func validate() throws {
        guard ConversionTableCheck.maximum(keyStage: keyStage, subject: subject) != nil else {
            throw ValidationError("There is no Key Stage \(keyStage) test in \(subject.inSentence).")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let tables = try await composition.tracker.tables()
        let key = ConversionTable.Key(year: year.year.endYear, keyStage: keyStage, subject: subject)
        guard let table = tables.table(key) else { throw CommandFailure(Self.known(key, tables)) }
        var lines: [String] = []
        for mark in marks {
            switch table.result(forRaw: mark) {
            case .score(let score): lines.append("\(mark) \(score)")
            case .noScore: lines.append("\(mark) N")
            case .outOfRange:
                throw CommandFailure("\(key) is marked out of \(table.maximum), so there is no raw mark \(mark).")
            }
        }
        Terminal.out(lines.joined(separator: "\n"))
    }

    static func known(_ key: ConversionTable.Key, _ tables: ConversionTables) -> String {
        guard let threshold = tables.threshold(key) else {
            return "No conversion table of \(key) is known. Load it with: leadline tables add FILE"
        }
        let higher = threshold.higher.map { " and \($0) marks are 110" } ?? ""
        return
            "The full table of \(key) is not known, only that \(threshold.expected) marks are 100\(higher) (of \(threshold.maximum)). Load the table with: leadline tables add FILE"
    }
}
