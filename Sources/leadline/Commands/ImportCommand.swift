import ArgumentParser
import Assessment
import Foundation
import Storage
import Tracker

/// `leadline import FILE...`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring files in: CTF, DfE results CSV, pupil roster CSV, conversion table CSV.",
        discussion: "The content decides what a file is. Each file is one batch, which `leadline undo` takes back.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Argument(help: "The files.") var files: [String]
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in, for files that do not say it.") var year:
        YearArgument?
    @Flag(help: "Say what would be done and store nothing.") var dryRun = false
    @Option(help: "Take only these assessments, like ks2,mtc.") var take: String?
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Enter the files to bring in.") }
        guard format != .csv else { throw ValidationError("The format must be text or json.") }
        _ = try assessments()
    }

    private func assessments() throws -> Set<AssessmentKind>? {
        guard let take else { return nil }
        return try Set(
            take.split(separator: ",").map { name in
                guard let kind = AssessmentKind(rawValue: name.trimmingCharacters(in: .whitespaces).lowercased()) else {
                    throw ValidationError("“\(name)” is not an assessment. Enter eyfsp, phonics, ks1, mtc or ks2.")
                }
                return kind
            })
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let options = ImportOptions(take: try assessments())
        var isComplete = true
        for path in files {
            let file = ImportFile(name: URL(fileURLWithPath: path).lastPathComponent, path: path)
            if dryRun {
                let preview = try await composition.tracker.preview(
                    file: file, school: school, year: year?.year, options: options, as: composition.caller)
                report(preview, batch: nil, applied: false)
                isComplete = isComplete && preview.isComplete
            } else {
                let outcome = try await composition.tracker.apply(
                    file: file, school: school, year: year?.year, options: options, as: composition.caller)
                report(outcome.preview, batch: outcome.batch, applied: true)
                isComplete = isComplete && outcome.isComplete
            }
        }
        if !isComplete { throw ExitCode(3) }
    }

    private func report(_ preview: ImportPreview, batch: Int64?, applied: Bool) {
        for item in preview.items where item.status.leavesOut {
            Terminal.error(ImportText.line(item, in: preview))
        }
        if format == .json {
            preview.writeJSON(batch: batch, applied: applied) { Terminal.out($0) }
            Terminal.out("")
        } else {
            Terminal.out(ImportText.summary(preview, batch: batch, applied: applied))
        }
    }
}
