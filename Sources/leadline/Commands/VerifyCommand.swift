import ArgumentParser
import Tracker

/// `leadline verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the database and that every result's history leads to its value.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let problems = try await composition.tracker.verify(as: composition.caller)
        for problem in problems { Terminal.error(problem) }
        guard problems.isEmpty else { throw ExitCode(1) }
        Terminal.out("All is well.")
    }
}
