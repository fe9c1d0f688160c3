import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker
import WebServer

/// What the reports over the years of pupils take besides their own options.
struct JourneyReportOptions: ParsableArguments {
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year of the pupils, as the calendar year it ends in.") var year: YearArgument
    @Option(help: "all, girls, disadvantaged, class:NAME, ..., or two crossed: disadvantaged+boys.") var group = "all"
    @Option(help: "text, json, csv, xlsx or html, a page that stands alone.") var format = ReportFormat.text
    @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

    var selection: GroupSelection { GroupSelection(id: group) ?? .all }

    mutating func validate() throws {
        try GroupArgument.check(group)
        try OutputFile.check(output, isWorkbook: format == .xlsx)
    }

    func run(_ request: Tracker.JourneyRequest, _ common: CommonOptions...) async throws {
        let composition = try await Composition.open(common)
        let school = try await composition.school(self.school)
        let tracker = composition.tracker
        let caller = composition.caller
        switch format {
        case .json:
            try OutputFile.write(
                try await tracker.journeyJSON(request, school: school, as: caller) + [10], to: output)
        case .csv, .xlsx:
            try OutputFile.write(
                try await tracker.journeyFile(request, as: format.table ?? .csv, school: school, for: caller),
                to: output)
        case .html:
            try OutputFile.write(
                try await composition.document().journey(request, school: school, as: caller), to: output)
        case .text:
            try OutputFile.write(
                Array(try await tracker.journeyText(request, school: school, as: caller).utf8), to: output)
        }
    }
}
