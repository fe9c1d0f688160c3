import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline missing`
struct MissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "How much of each subject is in, and every result that is still due.",
        discussion: "Of judgements: how much of each term is in, up to the one that is going on.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @OptionGroup var grid: GridOptions
    @Option(name: .customLong("class"), help: "One class; otherwise the whole year group.") var className: String?
    @Option(help: "The year group, where several take the assessment: 1 or 2 for phonics.") var yearGroup: YearGroup?

    mutating func validate() throws {
        if let yearGroup, !grid.assessment.yearGroups.contains(yearGroup) {
            throw ValidationError(
                "The year group must be \(grid.assessment.yearGroups.map(\.rawValue).joined(separator: " or ")).")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(grid.school)
        let missing = try await composition.tracker.missing(
            YearGroupAssessment(grid.assessment, yearGroup), school: school, year: grid.year.year, className: className,
            as: composition.caller)
        guard grid.format == .text else { return Terminal.out(Tracker.json(missing) + [10]) }
        let what = grid.assessment == .summative ? "judgements" : "results"
        Terminal.out("\(missing.done) of \(missing.due) \(what) in")
        for part in missing.parts { Terminal.out("  \(part.title): \(part.done) of \(part.due)") }
        for cell in missing.cells {
            Terminal.out("\(cell.key)\t\(cell.pupil.displayName)\t\(cell.column.fullTitle)")
        }
    }
}
