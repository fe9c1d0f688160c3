import ArgumentParser
import Assessment
import Tracker

/// `leadline tables list|show|add`
struct TablesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Conversion tables and thresholds.",
        subcommands: [List.self, Show.self, Add.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what is known of which year.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions

        mutating func run() async throws {
            let tables = try await Composition.open(common, root.common).tracker.tables()
            for key in tables.keys {
                let first = tables.table(key)?.firstRaw(reaching: 100) ?? tables.threshold(key)?.expected
                let known =
                    tables.table(key) == nil
                    ? "thresholds only" : tables.isLoaded(key) ? "table, loaded" : "table, shipped"
                Terminal.out(
                    "\(key.year)\tKey Stage \(key.keyStage)\t\(key.subject.rawValue)\t\(known)\t100 at \(first.map(String.init) ?? "?") marks"
                )
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a table.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The calendar year of the test.") var year: YearArgument
        @Option(help: "1 or 2.") var keyStage = 2
        @Option(help: "reading, gps or mathematics.") var subject: Subject

        mutating func run() async throws {
            let tables = try await Composition.open(common, root.common).tracker.tables()
            let key = ConversionTable.Key(year: year.year.endYear, keyStage: keyStage, subject: subject)
            guard let table = tables.table(key) else {
                throw CommandFailure(ConvertCommand.known(key, tables))
            }
            var lines = ["year,key_stage,subject,raw_score,scaled_score"]
            for (raw, score) in table.scores.enumerated() {
                lines.append("\(key.year),\(keyStage),\(subject.rawValue),\(raw),\(score.map(String.init) ?? "N")")
            }
            Terminal.out(lines.joined(separator: "\n"))
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Load tables from a CSV file; every scaled score follows at once.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Argument(
            help: "The file: year,key_stage,subject,raw_score,scaled_score, or two columns under a subject's heading.")
        var file: String
        @Option(help: "The year, for a file that does not say it.") var year: YearArgument?
        @Flag(help: "Replace a table that was loaded before; the old one is kept, out of use.") var replace = false

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            let keys = try await composition.tracker.loadTables(
                fromFile: file, year: year?.year, replace: replace, as: composition.caller)
            for key in keys { Terminal.out("Loaded the table of \(key).") }
        }
    }
}
