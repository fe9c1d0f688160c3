import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker

/// `leadline report workbook`
struct ReportsWorkbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workbook", abstract: "Every report of a year in one workbook (XLSX), for governors.",
        discussion: "A sheet for the Statutory Dashboard and for each assessment that has pupils.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in; the two before stand beside it.")
    var year: YearArgument
    @Option(help: "all, girls, disadvantaged, class:NAME, ..., or two crossed: disadvantaged+boys.") var group = "all"
    @Option(name: .shortAndLong, help: "The file to write.") var output: String

    mutating func validate() throws { try GroupArgument.check(group) }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let request = StatutoryRequest(year: year.year, group: GroupSelection(id: group) ?? .all)
        let bytes = try await composition.tracker.reportsWorkbook(request, school: school, for: composition.caller)
        try OutputFile.write(bytes, to: output)
    }
}
