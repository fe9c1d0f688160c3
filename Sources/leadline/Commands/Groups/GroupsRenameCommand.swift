import ArgumentParser
import Storage
import Tracker

/// `leadline groups rename NAME NEW-NAME`
struct GroupsRenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a group another name.")

    @ParentCommand var parent: GroupsCommand
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: GroupOptions
    @Argument(help: "The group's name.") var name: String
    @Argument(help: "Its name from now on.") var newName: String

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(options.school)
        let outcome = try await composition.tracker.change(
            group: GroupChange(name: name, newName: newName), school: school, as: composition.caller)
        guard outcome.members > 0 else { throw CommandFailure("There is no group “\(name)” in the school.") }
        Terminal.out(GroupOptions.words(outcome))
    }
}
