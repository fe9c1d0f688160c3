import ArgumentParser

/// `leadline groups`
struct GroupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups", abstract: "The school's own groups: list, fill, take out, rename.",
        subcommands: [
            GroupsListCommand.self, GroupsFillCommand.self, GroupsTakeOutCommand.self, GroupsRenameCommand.self,
        ])

    @ParentCommand var root: Leadline
}
