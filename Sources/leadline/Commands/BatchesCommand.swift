import ArgumentParser
import Foundation
import Storage
import Tracker

/// `leadline batches`
struct BatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches",
        abstract: "List what came in by file, newest first; or write one of the files as it came.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The batch whose file is wanted, byte for byte as it came.") var file: Int64?
    @Option(name: .shortAndLong, help: "Where to write that file; standard output otherwise.") var output: String?

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        if let file {
            guard try await composition.tracker.batch(file, as: composition.caller).school.id == school.id else {
                throw TrackerError.unknownBatch("\(file)")
            }
            let kept = try await composition.tracker.file(ofBatch: file, as: composition.caller)
            try OutputFile.write([UInt8](Data(contentsOf: URL(fileURLWithPath: kept.path))), to: output)
            return
        }
        for batch in try await composition.tracker.batches(school: school, as: composition.caller) {
            let state = batch.undoneAt.map { "taken back \($0) by \(batch.undoneBy ?? "")" } ?? "stands"
            Terminal.out(
                "\(batch.id)\t\(batch.at)\t\(batch.authorName)\t\(batch.kind)\t\(batch.fileName)\t\(batch.sha256.prefix(12))\t\(state)"
            )
        }
    }
}
