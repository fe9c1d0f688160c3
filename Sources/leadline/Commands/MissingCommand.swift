import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline missing`
struct MissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "How much of each subject is in, and every result that is still due.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(name: .customLong("class"), help: "One class; otherwise the whole year group.") var className: String?
    @Option(help: "The assessment: eyfsp, phonics, ks1, mtc or ks2.") var assessment = AssessmentKind.ks2
    @Option(help: "The year group, where several take the assessment: 1 or 2 for phonics.") var yearGroup: YearGroup?
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard format == .text || format == .json else { throw ValidationError("The format must be text or json.") }
        if let yearGroup, !assessment.yearGroups.contains(yearGroup) {
            throw ValidationError(
                "The year group must be \(assessment.yearGroups.map(\.rawValue).joined(separator: " or ")).")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let missing = try await composition.tracker.missing(
            YearGroupAssessment(assessment, yearGroup), school: school, year: year.year, className: className,
            as: composition.caller)
        guard format == .text else { return Terminal.out(Tracker.json(missing) + [10]) }
        Terminal.out("\(missing.done) of \(missing.due) results in")
        for subject in missing.subjects {
            Terminal.out("  \(subject.subject.title): \(subject.done) of \(subject.due)")
        }
        for cell in missing.cells {
            Terminal.out("\(cell.key)\t\(cell.pupil.displayName)\t\(cell.column.fullTitle)")
        }
    }
}
