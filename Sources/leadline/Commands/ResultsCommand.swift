import ArgumentParser
import Assessment
import Tracker

/// `leadline results`
struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "All current values with everything that is worked out from them.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(help: "One assessment: eyfsp, phonics, ks1, mtc, ks2 or summative; otherwise all statutory ones.")
    var assessment: AssessmentKind?
    @Option(help: ArgumentHelp("As they stood at the end of this day.", valueName: "date")) var on: String?
    @Option(help: "json, csv or xlsx.") var format = OutputFormat.json
    @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

    mutating func validate() throws {
        guard format != .text else { throw ValidationError("The format must be json, csv or xlsx.") }
        try OutputFile.check(output, isWorkbook: format == .xlsx)
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let tracker = composition.tracker
        let day = try on.map { try tracker.pastDay($0) }
        if let table = format.table {
            try OutputFile.write(
                try await tracker.resultsFile(
                    assessment, as: table, school: school, year: year.year, on: day, for: composition.caller),
                to: output)
        } else {
            try OutputFile.write(
                try await tracker.resultsJSON(
                    assessment, school: school, year: year.year, on: day, as: composition.caller) + [10], to: output)
        }
    }
}
