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
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(help: "The pupil's UPN, or number in this program.") var pupil: String
    @Option(help: "The column, like reading.paper1.") var column: String
    @Option(help: "The assessment: eyfsp, phonics, ks1, mtc or ks2.") var assessment = AssessmentKind.ks2
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard format == .text || format == .json else { throw ValidationError("The format must be text or json.") }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let history = try await composition.tracker.history(
            assessment, year: year.year, pupil: pupil, column: ColumnID(rawValue: column), school: school,
            as: composition.caller)
        guard format == .text else {
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
