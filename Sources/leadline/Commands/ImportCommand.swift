import ArgumentParser
import Assessment
import Foundation
import Storage
import Tracker

/// `leadline import FILE...`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring files in: CTF, DfE results CSV, pupil roster CSV, conversion table CSV, or a zip of these.",
        discussion: """
            The content decides what a file is. Each file, also of a zip, is one batch, which `leadline undo` takes back. With
            --all-schools a results file goes to each school that its lines name, a CTF to the school it is addressed to.
            """)

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Argument(help: "The files.") var files: [String]
    @Option(help: "The school's DfE number.") var school: String?
    @Flag(help: "For every school: each line of a results file goes to the school that it names.") var allSchools =
        false
    @Option(help: "The school year, as the calendar year it ends in, for files that do not say it.") var year:
        YearArgument?
    @Flag(help: "Say what would be done and store nothing.") var dryRun = false
    @Option(help: "Take only these assessments, like ks2,mtc.") var take: String?
    @OptionGroup var decisions: ImportDecisions
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Enter the files to bring in.") }
        guard (school != nil) != allSchools else {
            throw ValidationError("Enter --school with a DfE number, or --all-schools.")
        }
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
        var school: School?
        if let number = self.school { school = try await composition.school(number) }
        var run = ImportRun(
            composition, school: school, year: year?.year, options: ImportOptions(take: try assessments()),
            decisions: decisions, isDryRun: dryRun, format: format)
        for path in files { try await run.take(path: path) }
        run.finish()
        if run.taken == 0 { throw ExitCode(1) }
        if run.failed > 0 || run.leftOut { throw ExitCode(3) }
    }
}
