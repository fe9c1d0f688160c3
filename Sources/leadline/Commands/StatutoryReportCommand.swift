import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker
import WebServer

/// What the reports over statutory assessments take: `leadline report statutory-dashboard`, `report eyfsp`, ...
struct StatutoryReportOptions: ParsableArguments {
    @OptionGroup var schools: SchoolsOptions
    @Option(help: "The school year, as the calendar year it ends in; the two before stand beside it.")
    var year: YearArgument
    @Option(help: "all, girls, disadvantaged, class:NAME, ..., or two crossed: disadvantaged+boys.") var group = "all"
    @Option(help: "text, json, csv, xlsx or html, a page that stands alone.") var format = ReportFormat.text
    @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

    mutating func validate() throws {
        try GroupArgument.check(group)
        try OutputFile.check(output, isWorkbook: format == .xlsx)
        try schools.check(format, known: [.text, .json, .csv])
    }

    func run(_ name: StatutoryReportName, _ common: CommonOptions...) async throws {
        let composition = try await Composition.open(common)
        let request = StatutoryRequest(year: year.year, group: GroupSelection(id: group) ?? .all)
        let tracker = composition.tracker
        let caller = composition.caller
        guard let school = try await schools.one(composition) else {
            let many = try await schools.many(composition)
            switch format {
            case .json:
                let all = try await tracker.statutory(name, request, of: many, as: caller)
                try OutputFile.write(all.json().bytes + [10], to: output)
            case .csv, .xlsx:
                try OutputFile.write(
                    try await tracker.statutoryCSV(name, request, of: many, as: caller), to: output)
            case .text, .html:
                let all = try await tracker.statutory(name, request, of: many, as: caller)
                try OutputFile.write(Array(all.text().utf8), to: output)
            }
            return
        }
        switch format {
        case .json:
            let json = try await tracker.statutoryJSON(name, request, school: school, as: caller)
            try OutputFile.write(json + [10], to: output)
        case .csv, .xlsx:
            try OutputFile.write(
                try await tracker.statutoryFile(
                    name, request, as: format.table ?? .csv, school: school, for: caller), to: output)
        case .html:
            try OutputFile.write(
                try await composition.document().statutory(name, request, school: school, as: caller), to: output)
        case .text:
            let text = try await tracker.statutoryText(name, request, school: school, as: caller)
            try OutputFile.write(Array(text.utf8), to: output)
        }
    }
}
