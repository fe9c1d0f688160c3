import ArgumentParser
import Assessment
import Tracker
import Reports
import Storage

/// `leadline report ks2-outcomes`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write a report.", subcommands: [Outcomes.self, ParentsReportCommand.self])

    struct Outcomes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ks2-outcomes", abstract: "End of Key Stage 2 Outcomes: of a school, a trust or all schools.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The school's DfE number.") var school: String?
        @Option(help: "Every school of this trust, and their total.") var trust: String?
        @Flag(help: "Every school, and their total.") var allSchools = false
        @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
        @Option(help: "all, girls, boys, disadvantaged, sen_support, class:NAME, ...") var group = "all"
        @Flag(help: "Count 97+ as 97, not as 100.") var withoutSpecialConsideration = false
        @Option(help: "text, json, csv or xlsx.") var format = OutputFormat.text
        @Option(name: .shortAndLong, help: "The file to write; standard output when absent.") var output: String?

        mutating func validate() throws {
            let given = [school != nil, trust != nil, allSchools].count { $0 }
            guard given == 1 else { throw ValidationError("Enter one of --school, --trust and --all-schools.") }
            guard PupilGroup(id: group) != nil else {
                let known = PupilGroup.standard.map(\.id).joined(separator: ", ")
                throw ValidationError("There is no group “\(group)”. Enter \(known), class:NAME or group:NAME.")
            }
            try OutputFile.check(output, format)
            guard school != nil || format == .json else {
                throw ValidationError("The format must be json for many schools.")
            }
        }

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            let tracker = composition.tracker
            let request = OutcomesRequest(
                year: year.year, group: PupilGroup(id: group) ?? .all,
                appliesSpecialConsideration: !withoutSpecialConsideration)
            guard let school else {
                let schools = try await tracker.schools(for: composition.caller).filter {
                    trust == nil || $0.trust == trust
                }
                guard !schools.isEmpty else { throw CommandFailure("There is no school to report on.") }
                let all = try await tracker.outcomes(request, of: schools, as: composition.caller)
                try OutputFile.write(all.json(national: tracker.reference.national).bytes + [10], to: output)
                return
            }
            let one = try await composition.school(school)
            switch format {
            case .json:
                try OutputFile.write(
                    try await tracker.outcomesJSON(request, school: one, as: composition.caller) + [10], to: output)
            case .csv, .xlsx:
                try OutputFile.write(
                    try await tracker.outcomesFile(
                        request, as: format.table ?? .csv, school: one, for: composition.caller), to: output)
            case .text:
                let text = try await tracker.outcomesText(request, school: one, as: composition.caller)
                try OutputFile.write(Array((text + "\n").utf8), to: output)
            }
        }
    }
}
