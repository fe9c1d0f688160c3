import ArgumentParser

/// The program: web pages, API and commands over the same use cases.
struct Leadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leadline",
        abstract:
            "Statutory assessment results of English primary schools: in by file or by hand, right at once, out as reports.",
        discussion: """
            Results are keyed by the calendar year in which the school year ends: --year 2026 is 2025/26.
            Exit codes: 0 done, all of it; 1 refused or failed, nothing stored; 2 wrong usage; 3 done in part.
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ServeCommand.self, SchoolCommand.self, UserCommand.self, ImportCommand.self,
            BatchesCommand.self, UndoCommand.self, RollOverCommand.self, GroupsCommand.self, EnterCommand.self,
            CopyJudgementsCommand.self,
            ResultsCommand.self, HistoryCommand.self, MissingCommand.self, ReportCommand.self,
            ExportCommand.self,
            ConvertCommand.self, TablesCommand.self, GenerateCommand.self, BackupCommand.self, VerifyCommand.self,
        ])

    @OptionGroup var common: CommonOptions
}
