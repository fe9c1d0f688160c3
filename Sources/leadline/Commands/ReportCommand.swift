import ArgumentParser
import Assessment
import Reports
import Storage
import Tracker
import WebServer

/// `leadline report ks2-outcomes`, `report statutory-dashboard`, one for each other assessment,
/// and those over the years of pupils.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a report.",
        subcommands: [
            Outcomes.self, Dashboard.self, EarlyYears.self, Phonics.self, KeyStage1.self, Multiplication.self,
            PupilReportCommand.self, ParentsReportCommand.self, ConversionMatrixCommand.self,
            SummativeProgressCommand.self,
            ExpectationsCommand.self, ReportsWorkbookCommand.self,
        ])

    struct Outcomes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ks2-outcomes", abstract: "End of Key Stage 2 Outcomes: of a school, a trust or all schools.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var schools: SchoolsOptions
        @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
        @Option(help: "all, girls, disadvantaged, class:NAME, ..., or two crossed: disadvantaged+boys.") var group =
            "all"
        @Flag(help: "Count 97+ as 97, not as 100.") var withoutSpecialConsideration = false
        @Option(help: "text, json, csv, xlsx or html, a page that stands alone.") var format = ReportFormat.text
        @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

        mutating func validate() throws {
            try GroupArgument.check(group)
            try OutputFile.check(output, isWorkbook: format == .xlsx)
            try schools.check(format, known: [.text, .json, .csv])
        }

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            let tracker = composition.tracker
            let request = OutcomesRequest(
                year: year.year, group: GroupSelection(id: group) ?? .all,
                appliesSpecialConsideration: !withoutSpecialConsideration)
            guard let one = try await schools.one(composition) else {
                try await writeMany(request, composition)
                return
            }
            switch format {
            case .json:
                try OutputFile.write(
                    try await tracker.outcomesJSON(request, school: one, as: composition.caller) + [10], to: output)
            case .csv, .xlsx:
                try OutputFile.write(
                    try await tracker.outcomesFile(
                        request, as: format.table ?? .csv, school: one, for: composition.caller), to: output)
            case .html:
                try OutputFile.write(
                    try await composition.document().outcomes(request, school: one, as: composition.caller),
                    to: output)
            case .text:
                let text = try await tracker.outcomesText(request, school: one, as: composition.caller)
                try OutputFile.write(Array((text + "\n").utf8), to: output)
            }
        }

        private func writeMany(_ request: OutcomesRequest, _ composition: Composition) async throws {
            let tracker = composition.tracker
            let many = try await schools.many(composition)
            if format == .csv {
                let csv = try await tracker.outcomesCSV(request, of: many, as: composition.caller)
                return try OutputFile.write(csv, to: output)
            }
            let all = try await tracker.outcomes(request, of: many, as: composition.caller)
            let national = tracker.reference.national
            try OutputFile.write(
                format == .json ? all.json(national: national).bytes + [10] : Array(all.text(national: national).utf8),
                to: output)
        }
    }

    struct Dashboard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: StatutoryReportName.dashboard.rawValue,
            abstract: "The headlines of all statutory assessments over three years.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var options: StatutoryReportOptions

        mutating func run() async throws { try await options.run(.dashboard, common, root.common) }
    }

    struct EarlyYears: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: StatutoryReportName.eyfsp.rawValue,
            abstract: "The Early Years Foundation Stage Profile over three years: goals, areas, groups.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var options: StatutoryReportOptions

        mutating func run() async throws { try await options.run(.eyfsp, common, root.common) }
    }

    struct Phonics: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: StatutoryReportName.phonics.rawValue,
            abstract: "The phonics screening check over three years: outcomes, marks, groups.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var options: StatutoryReportOptions

        mutating func run() async throws { try await options.run(.phonics, common, root.common) }
    }

    struct KeyStage1: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: StatutoryReportName.ks1.rawValue,
            abstract: "The end of Key Stage 1 over three years, by teacher assessment.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var options: StatutoryReportOptions

        mutating func run() async throws { try await options.run(.ks1, common, root.common) }
    }

    struct Multiplication: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: StatutoryReportName.mtc.rawValue,
            abstract: "The multiplication tables check over three years: average, full marks, marks, groups.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @OptionGroup var options: StatutoryReportOptions

        mutating func run() async throws { try await options.run(.mtc, common, root.common) }
    }
}
