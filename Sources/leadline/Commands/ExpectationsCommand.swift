import ArgumentParser
import Assessment
import Reports
import Tracker

/// `leadline report expectations`
struct ExpectationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expectations",
        abstract: "What became at the end of Key Stage 2 of past pupils by where they started, beside today's Year 6.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: JourneyReportOptions
    @Option(help: "Where they started, as conversion-matrix takes it.") var start = ExpectationsRequest.usualStart
    @Option(help: "What became of them: ks2.test.SUBJECT, ks2.ta.writing or ks2.ta.science.")
    var outcome = MatrixSide(.keyStage2Test, .reading)

    mutating func validate() throws {
        guard ExpectationsRequest.outcomes.contains(outcome) else {
            let known = ExpectationsRequest.outcomes.map(\.id).joined(separator: ", ")
            throw ValidationError("The outcome must be one of \(known), not \(outcome.id).")
        }
    }

    mutating func run() async throws {
        guard
            let request = ExpectationsRequest(
                year: options.year.year, start: start, outcome: outcome, group: options.selection)
        else { return }
        try await options.run(.expectations(request), common, root.common)
    }
}
