import ArgumentParser
import Assessment
import Reports
import Tracker

/// `leadline report conversion-matrix`
struct ConversionMatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversion-matrix",
        abstract: "Where pupils stood in one assessment against where they stood in another.",
        discussion: """
            --from and --to take any of: eyfsp.gld, eyfsp.goals, phonics.year1, phonics.end_of_year2, ks1.SUBJECT, mtc, \
            ks2.ta.SUBJECT, ks2.test.SUBJECT, and what teachers judged: year5.summer2.SUBJECT, reception.autumn1.SUBJECT.
            """)

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: JourneyReportOptions
    @Option(help: "Where the pupils are in that year: R, 1 ... 6.") var yearGroup = YearGroup.year6
    @Option(help: "The assessment down the side.") var from = MatrixSide(.keyStage1, .reading)
    @Option(help: "The assessment across the top.") var to = MatrixSide(.keyStage2Test, .reading)

    mutating func validate() throws { try YearGroupArgument.check(yearGroup) }

    mutating func run() async throws {
        try await options.run(
            .matrix(
                MatrixRequest(
                    year: options.year.year, yearGroup: yearGroup, from: from, to: to, group: options.selection)),
            common, root.common)
    }
}
