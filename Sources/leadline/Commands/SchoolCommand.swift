import ArgumentParser
import Assessment
import Tracker
import Storage

/// `leadline school add|change|list|settings`
struct SchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "school", abstract: "Add, change and list schools, and set how they judge.",
        subcommands: [Add.self, Change.self, List.self, SchoolSettingsCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a school.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The DfE number, like 820/9991.") var dfe: String
        @Option(help: "The URN, six digits.") var urn: String?
        @Option(help: "The school's name.") var name: String
        @Option(help: "The name of its trust.") var trust: String?
        @Option(name: .customLong("former-dfe"), help: "A DfE number that the school had before; may be repeated.")
        var formerDfE: [String] = []

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            var number: URN?
            if let urn {
                do throws(IdentifierError) { number = try URN(urn) } catch { throw CommandFailure(error.message) }
            }
            let school = try await composition.tracker.addSchool(
                dfe: try Composition.number(dfe), urn: number, name: name, trust: trust,
                formerNumbers: try formerDfE.map(Composition.number), as: composition.caller)
            Terminal.out("Added \(school.dfe) \(school.name).")
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a school's name and numbers.",
            discussion: """
                After an academy conversion: `leadline school change --school 820/2001 --dfe 820/4001 --urn 149999`. A DfE number \
                that is changed is kept as a former one, so files under it stay the school's own.
                """)

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The school's DfE number, present or former.") var school: String
        @Option(help: "The new DfE number, like 820/9991.") var dfe: String?
        @Option(help: "The new URN, six digits.") var urn: String?
        @Option(help: "The new name.") var name: String?
        @Option(
            name: .customLong("former-dfe"), help: "One more DfE number that the school had before; may be repeated.")
        var formerDfE: [String] = []
        @Option(
            name: .customLong("remove-former-dfe"),
            help: "A former DfE number that is not the school's; may be repeated.")
        var removeFormerDfE: [String] = []

        mutating func validate() throws {
            guard dfe != nil || urn != nil || name != nil || !(formerDfE + removeFormerDfE).isEmpty else {
                throw ValidationError(
                    "Enter what to change: --name, --dfe, --urn, --former-dfe or --remove-former-dfe.")
            }
        }

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            var school = try await composition.school(self.school)
            if let name { school.name = name }
            if let urn {
                do throws(IdentifierError) { school.urn = try URN(urn) } catch { throw CommandFailure(error.message) }
            }
            let removed = try removeFormerDfE.map(Composition.number)
            for number in removed where !school.formerNumbers.contains(number) {
                throw CommandFailure("\(number) is no former DfE number of \(school.name).")
            }
            var former = school.formerNumbers.filter { !removed.contains($0) }
            former += try formerDfE.map(Composition.number)
            if let dfe = try dfe.map(Composition.number), dfe != school.dfe {
                former.append(school.dfe)
                school.dfe = dfe
            }
            school.formerNumbers = Set(former).filter { $0 != school.dfe }.sorted()
            try await composition.tracker.update(school, as: composition.caller)
            Terminal.out("Changed \(school.dfe) \(school.name)\(SchoolCommand.former(school)).")
        }
    }

    /// ` (formerly 820/2001)`, or nothing.
    private static func former(_ school: School) -> String {
        school.formerNumbers.isEmpty
            ? "" : " (formerly \(school.formerNumbers.map(\.description).joined(separator: ", ")))"
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the schools.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            for school in try await composition.tracker.schools(for: composition.caller) {
                Terminal.out(
                    "\(school.dfe)\t\(school.urn?.text ?? "")\t\(school.name)\(SchoolCommand.former(school))")
            }
        }
    }
}
