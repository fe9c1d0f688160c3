import ArgumentParser
import Storage
import Tracker

/// `leadline export list`
struct ExportListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the files that went out, newest first.")

    @ParentCommand var parent: ExportCommand
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(self.school)
        for file in try await composition.tracker.sentFiles(school: school, as: composition.caller) {
            Terminal.out(
                "\(file.fileName)\t\(file.at)\t\(file.authorName)\t\(file.pupils) pupils\t\(file.records) records\t\(file.findings) findings\t\(file.sha256)"
            )
        }
    }
}
