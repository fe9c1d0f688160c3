import ArgumentParser
import Storage
import Tracker

/// `leadline groups take-out NAME`
struct GroupsTakeOutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-out", abstract: "Take pupils out of a group, or everybody, so that it is no more.")

    @ParentCommand var parent: GroupsCommand
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: GroupOptions
    @Argument(help: "The group's name.") var name: String
    @Option(help: "A pupil's UPN.") var upn: [String] = []
    @Flag(help: "Take everybody out.") var all = false

    mutating func validate() throws {
        guard upn.isEmpty == all else { throw ValidationError("Enter --upn for each pupil, or --all for everybody.") }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(options.school)
        let removing = try await options.pupils(upn, school: school, composition)
        let outcome = try await composition.tracker.change(
            group: GroupChange(name: name, removing: removing, dissolves: all), school: school, as: composition.caller)
        Terminal.out(GroupOptions.words(outcome))
    }
}
