import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline history`
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "What happened to one result: who, when, from what to what, by which door.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var grid: GridOptions
    @Option(help: "The pupil's UPN, or number in this program.") var pupil: String
    @Option(help: "The column, like reading.paper1.") var column: String

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(grid.school)
        let history = try await composition.tracker.history(
            grid.assessment, year: grid.year.year, pupil: pupil, column: ColumnID(rawValue: column), school: school,
            as: composition.caller)
        guard grid.format == .text else {
            return Terminal.out(Tracker.json(history, pupil: pupil) + [10])
        }
        Terminal.out("\(history.pupil.displayName): \(history.column.fullTitle)")
        if history.entries.isEmpty { Terminal.out("Nothing was ever entered here.") }
        for entry in history.entries {
            let change = entry.change
            let file = entry.fileName.map { ": \($0)" } ?? ""
            let date = change.assessedOn.map { ", assessed on \($0)" } ?? ""
            Terminal.out(
                "\(change.at)\t\(change.oldValue ?? "(empty)") -> \(change.newValue ?? "(empty)")\t\(change.author.name) (\(change.author.role)), \(change.author.source.inWords)\(file)\(date)"
            )
        }
    }
}
