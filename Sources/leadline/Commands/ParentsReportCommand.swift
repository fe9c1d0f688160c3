import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker
import WebServer

/// `leadline report parents`
struct ParentsReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parents", abstract: "End of Key Stage 2 results in words for parents, a sheet a pupil.",
        discussion: "csv and xlsx have a row a pupil, to be merged into a letter of the school's own.")

    @ParentCommand var root: Leadline
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(name: .customLong("class"), help: "One class; otherwise all of Year 6.") var className: String?
    @Flag(help: "Leave the test results out; the default as long as none is recorded.") var draft = false
    @Option(help: "text, json, csv, xlsx or html, a page that stands alone.") var format = ReportFormat.text
    @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

    mutating func validate() throws { try OutputFile.check(output, isWorkbook: format == .xlsx) }

    mutating func run() async throws {
        let composition = try await Composition.open(common, root.common)
        let school = try await composition.school(self.school)
        let sheets = try await composition.tracker.parentsSheets(
            of: school, year: year.year, className: className, isDraft: draft ? true : nil, as: composition.caller)
        guard !sheets.sheets.isEmpty else {
            throw CommandFailure(
                "There is no pupil to write a sheet for. Enter a class of Year 6 in \(year.year.label).")
        }
        switch format {
        case .text: try OutputFile.write(Array((sheets.inWords() + "\n").utf8), to: output)
        case .json: try OutputFile.write(sheets.json().bytes + [10], to: output)
        case .html:
            try OutputFile.write(
                try composition.document().parents(
                    sheets, school: school, year: year.year, as: composition.caller), to: output)
        case .csv, .xlsx:
            let bytes = try await composition.tracker.parentsFile(
                sheets, as: format.table ?? .csv, school: school, year: year.year, for: composition.caller)
            try OutputFile.write(bytes, to: output)
        }
    }
}
