import ArgumentParser
import Tracker

/// `leadline undo BATCH`
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take a batch back; what somebody changed since is left alone and listed.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Argument(help: "The batch, as `leadline batches` lists it.") var batch: Int64

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let outcome = try await composition.tracker.undo(batch: batch, as: composition.caller)
        Terminal.out(
            "Took batch \(batch) back: \(outcome.values) values, \(outcome.pupilsRemoved) pupils removed, \(outcome.pupilsRestored) pupils and \(outcome.places) places put back."
        )
        for left in outcome.leftAlone { Terminal.error("Left alone: \(left.pupilName), \(left.what). \(left.message)") }
        if !outcome.leftAlone.isEmpty { throw ExitCode(3) }
    }
}
