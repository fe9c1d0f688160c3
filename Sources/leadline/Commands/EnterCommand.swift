import ArgumentParser
import Assessment
import Foundation
import Storage
import Tracker

/// `leadline enter < marks.csv`
struct EnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Enter values by the rules of the grid, from standard input.",
        discussion: """
            The input is CSV: a heading line upn,assessment,column,value[,date] and a line for each value.
            Every line that can't be taken is listed; then nothing is stored, unless --skip-invalid.
            """)

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Flag(help: "Store what can be taken although other lines can't.") var skipInvalid = false

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        let lines = try Tracker.markLines([UInt8](input))
        let outcome = try await composition.tracker.enter(
            lines, school: school, year: year.year, skipInvalid: skipInvalid, source: .command, as: composition.caller)
        for problem in outcome.problems { Terminal.error("Line \(problem.line): \(problem.message)") }
        guard outcome.isApplied else {
            Terminal.error("Nothing is stored. Correct the lines, or leave them out with --skip-invalid.")
            throw ExitCode(1)
        }
        Terminal.out("\(outcome.stored) values stored, \(outcome.same) stood there already.")
        if !outcome.problems.isEmpty { throw ExitCode(3) }
    }
}
