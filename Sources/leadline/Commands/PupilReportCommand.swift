import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker
import WebServer

/// `leadline report pupil`
struct PupilReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pupil",
        abstract: "One pupil's results over time: every statutory result and every judgement from Reception to Year 6.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year in which the pupil's class is told, as the calendar year it ends in.") var year:
        YearArgument
    @Option(help: "The pupil's UPN, or a former one.") var upn: String
    @Option(help: "text, json, csv, xlsx or html, a page that stands alone.") var format = ReportFormat.text
    @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

    mutating func validate() throws { try OutputFile.check(output, isWorkbook: format == .xlsx) }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let tracker = composition.tracker
        switch format {
        case .csv, .xlsx:
            try OutputFile.write(
                try await tracker.flightFile(
                    of: upn, as: format.table ?? .csv, school: school, year: year.year, for: composition.caller),
                to: output)
        case .html:
            try OutputFile.write(
                try await composition.document().pupil(upn, school: school, year: year.year, as: composition.caller),
                to: output)
        case .json, .text:
            let flight = try await tracker.flight(
                of: upn, school: school, year: year.year, as: composition.caller)
            let bytes =
                format == .json
                ? flight.json(school: school.dfe).bytes + [10]
                : Array(flight.text(title: "\(school.name), \(school.dfe)").utf8)
            try OutputFile.write(bytes, to: output)
        }
    }
}
