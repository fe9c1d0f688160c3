import ArgumentParser

/// `leadline export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write files for other systems, and list those that went out.",
        subcommands: [ExportCTFCommand.self, ExportListCommand.self])

    @ParentCommand var root: Leadline
}
