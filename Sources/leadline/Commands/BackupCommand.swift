import ArgumentParser
import Tracker

/// `leadline backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a consistent copy of the data to a new file, also while it is served.",
        discussion:
            "The copy is a database itself: use it with --data sqlite:FILE, or put it in the place of the old one.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Argument(help: "The file to write.") var file: String

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        try await composition.tracker.backup(to: file, as: composition.caller)
        Terminal.out("Wrote \(file).")
    }
}
