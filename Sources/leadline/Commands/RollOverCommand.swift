import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline roll-over`
struct RollOverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roll-over",
        abstract: "Start a new school year: every class moves up, the last year group leaves.",
        discussion:
            "Nothing of the old year changes. It is one batch, which `leadline undo` takes back. Who has a place in the new year already keeps it."
    )

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The new school year, as the calendar year it ends in.") var to: YearArgument
    @Option(name: .customLong("class"), help: "A class and its name in the new year, like \"5 Kestrel=6 Owl\".")
    var classes: [String] = []
    @Option(help: "The UPN of a pupil who does the year again.") var stay: [String] = []
    @Option(help: "The last year group of the school, like 6.") var lastYearGroup: String?
    @Option(help: "The leavers' last day, like 2026-07-22; 31 August unless given.") var lastDay: String?
    @Flag(help: "Say what would be done and store nothing.") var dryRun = false
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard [.text, .json].contains(format) else { throw ValidationError("The format must be text or json.") }
        for text in classes where !text.contains("=") {
            throw ValidationError("“\(text)” must be a class and its new name, like \"5 Kestrel=6 Owl\".")
        }
        if let lastYearGroup, YearGroup(reading: lastYearGroup) == nil {
            throw ValidationError("“\(lastYearGroup)” is not a year group. Enter one like 6, or R.")
        }
        if let lastDay, CalendarDate(iso: lastDay) == nil {
            throw ValidationError("“\(lastDay)” must be a date like 2026-07-22.")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let tracker = composition.tracker
        let school = try await composition.school(self.school)
        guard let from = to.year.advanced(by: -1) else {
            throw CommandFailure("There is no year before \(to.year.label).")
        }
        let pupils = try await tracker.pupils(of: school, year: from, as: composition.caller)
        let choices = try choices(among: pupils)
        let plan: RollOverPlan
        var batch: Int64?
        if dryRun {
            plan = try await tracker.planRollOver(
                after: from, choices: choices, school: school, as: composition.caller)
        } else {
            let outcome = try await tracker.rollOver(
                after: from, choices: choices, school: school, as: composition.caller)
            plan = outcome.plan
            batch = outcome.batch
        }
        if format == .json {
            Terminal.out(plan.json(batch: batch, applied: !dryRun))
        } else {
            Terminal.out(plan.text(batch: batch, applied: !dryRun))
        }
    }

    private func choices(among pupils: [ListedPupil]) throws -> RollOverChoices {
        var choices = RollOverChoices(
            lastYearGroup: lastYearGroup.flatMap { YearGroup(reading: $0) },
            lastDay: lastDay.flatMap { CalendarDate(iso: $0) })
        for text in classes {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let places = pupils.compactMap(\.place).filter { $0.className == parts[0] }
            guard !places.isEmpty else {
                throw CommandFailure("There is no class “\(parts[0])” in the year before. Enter one of its classes.")
            }
            for place in places {
                choices.classes[.init(yearGroup: place.yearGroup, className: place.className)] = parts[1]
            }
        }
        for text in stay {
            guard let pupil = pupils.first(where: { $0.pupil.upn?.text == text.uppercased() }) else {
                throw CommandFailure("No pupil of the year before has the UPN \(text).")
            }
            choices.staying.insert(pupil.pupil.id)
        }
        return choices
    }
}
