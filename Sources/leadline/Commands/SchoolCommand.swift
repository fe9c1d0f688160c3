import ArgumentParser
import Assessment
import Tracker
import Storage

/// `leadline school add|list`
struct SchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "school", abstract: "Add and list schools.", subcommands: [Add.self, List.self])

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

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the schools.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            for school in try await composition.tracker.schools(for: composition.caller) {
                let former =
                    school.formerNumbers.isEmpty
                    ? "" : " (formerly \(school.formerNumbers.map(\.description).joined(separator: ", ")))"
                Terminal.out("\(school.dfe)\t\(school.urn?.text ?? "")\t\(school.name)\(former)")
            }
        }
    }
}
