import ArgumentParser
import Assessment
import Reports
import Tracker

/// `leadline report summative-progress`
struct SummativeProgressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summative-progress",
        abstract: "Progress between two terms by teachers' judgements: below, expected, better, not assessed.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: JourneyReportOptions
    @Option(help: "Where the pupils are in that year: R, 1 ... 6; all year groups when absent.") var yearGroup:
        YearGroup?
    @Option(help: "The term then, like 2025.summer2; Autumn 1 of the year when absent.") var from: TermPoint?
    @Option(help: "The term now, like 2026.spring1; Summer 2 of the year when absent.") var to: TermPoint?

    mutating func validate() throws { if let yearGroup { try YearGroupArgument.check(yearGroup) } }

    mutating func run() async throws {
        try await options.run(
            .progress(
                ProgressRequest(
                    year: options.year.year, yearGroup: yearGroup, from: from, to: to, group: options.selection)),
            common, root.common)
    }
}
