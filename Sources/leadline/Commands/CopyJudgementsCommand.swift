import ArgumentParser
import Assessment
import Reports
import Tracker

/// `leadline copy-judgements`
struct CopyJudgementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy-judgements",
        abstract: "Begin a term with teachers' judgements of an earlier one.",
        discussion:
            "A judgement that is there already stays. It is one batch, which `leadline undo` takes back."
    )

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "Where the pupils are in the year of the later term: R, 1 ... 6.") var yearGroup: YearGroup
    @Option(name: .customLong("class"), help: "One class; the whole year group when absent.") var className: String?
    @Option(help: "The term to copy from, like 2026.autumn1.") var from: TermPoint
    @Option(help: "The term to copy to, like 2026.autumn2.") var to: TermPoint
    @Option(help: "One subject, like reading; all that the school judges when absent.") var subject: String?
    @Flag(help: "Say what would be done and store nothing.") var dryRun = false
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        try YearGroupArgument.check(yearGroup)
        guard [.text, .json].contains(format) else { throw ValidationError("The format must be text or json.") }
        if let subject, Subject(rawValue: subject) == nil {
            throw ValidationError("“\(subject)” is not a subject. Enter one like reading, writing or mathematics.")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let tracker = composition.tracker
        let school = try await composition.school(self.school)
        let copy = JudgementCopy(
            yearGroup: yearGroup, className: className, from: from, to: to,
            subject: subject.flatMap(Subject.init(rawValue:)))
        let plan: JudgementCopyPlan
        var batch: Int64?
        if dryRun {
            plan = try await tracker.planCopy(copy, school: school, as: composition.caller)
        } else {
            (plan, batch) = try await tracker.copyForward(copy, school: school, as: composition.caller)
        }
        if format == .json {
            Terminal.out(plan.json(batch: batch, applied: !dryRun))
        } else {
            Terminal.out(plan.text(batch: batch, applied: !dryRun))
        }
    }
}
