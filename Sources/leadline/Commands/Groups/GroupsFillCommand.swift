import ArgumentParser
import Assessment
import Storage
import Tracker

/// `leadline groups fill NAME`
struct GroupsFillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill", abstract: "Put pupils into a group, by rule or by UPN; a group that is not there is made.",
        discussion:
            "Every --rule must hold: girls, disadvantaged, eal, sen_support, born_summer, \"group:Breakfast club\" and so on, as reports take them by --group."
    )

    @ParentCommand var parent: GroupsCommand
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: GroupOptions
    @Argument(help: "The group's name.") var name: String
    @Option(help: "A group that the pupils must be in.") var rule: [String] = []
    @Option(help: "Only pupils of this year group, like 6 or R.") var yearGroup: [String] = []
    @Option(name: .customLong("class"), help: "Only pupils of this class.") var classes: [String] = []
    @Option(help: "A pupil's UPN.") var upn: [String] = []
    @Flag(help: "Say who would be put in and store nothing.") var dryRun = false

    mutating func validate() throws {
        guard !(rule + yearGroup + classes + upn).isEmpty else {
            throw ValidationError("Enter who is to be put in: --rule, --year-group, --class or --upn.")
        }
        for text in rule where PupilGroup(id: text) == nil {
            throw ValidationError("“\(text)” is not a group. Enter one like girls, disadvantaged or eal.")
        }
        for text in yearGroup where YearGroup(reading: text) == nil {
            throw ValidationError("“\(text)” is not a year group. Enter one like 6, or R.")
        }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(options.school)
        let year = try await options.year(of: school, composition)
        var adding = try await options.pupils(upn, school: school, composition)
        let rule = GroupRule(
            yearGroups: Set(yearGroup.compactMap { YearGroup(reading: $0) }), classes: Set(classes),
            groups: self.rule.compactMap { PupilGroup(id: $0) })
        var fitting: [ListedPupil] = []
        if rule != GroupRule() {
            fitting = try await composition.tracker.pupils(
                fitting: rule, school: school, year: year, as: composition.caller)
            adding.formUnion(fitting.map(\.pupil.id))
        }
        guard !adding.isEmpty else { throw CommandFailure("Nobody fits in \(year.label), so nothing was changed.") }
        if dryRun {
            for listed in fitting {
                Terminal.out(
                    "\(listed.pupil.upn?.text ?? "")\t\(listed.pupil.displayName)\t\(listed.place?.className ?? "")")
            }
            Terminal.out("\(adding.count) pupils would be in \(name). Nothing is stored yet: this was a dry run.")
            return
        }
        let outcome = try await composition.tracker.change(
            group: GroupChange(name: name, adding: adding), school: school, as: composition.caller)
        Terminal.out(GroupOptions.words(outcome))
    }
}
