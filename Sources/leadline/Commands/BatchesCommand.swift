import ArgumentParser
import Tracker
import Storage

/// `leadline batches`
struct BatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches", abstract: "List what came in by file, newest first.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        for batch in try await composition.tracker.batches(school: school, as: composition.caller) {
            let state = batch.undoneAt.map { "taken back \($0) by \(batch.undoneBy ?? "")" } ?? "stands"
            Terminal.out(
                "\(batch.id)\t\(batch.at)\t\(batch.authorName)\t\(batch.kind)\t\(batch.fileName)\t\(batch.sha256.prefix(12))\t\(state)"
            )
        }
    }
}
