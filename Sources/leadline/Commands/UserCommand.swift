import ArgumentParser
import Foundation
import Tracker
import Storage

/// `leadline user add|list|link`
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add and list users.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a person a role in a school.",
            discussion:
                "The password is the first line of standard input; without one a link is printed with which the person chooses it."
        )

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The e-mail address to sign in with.") var email: String
        @Option(help: "The name that others see; by default the part before the @.") var name: String?
        @Option(help: "account-owner, account-admin, full-edit, partial-edit, read-only or anonymised.")
        var role: Role
        @Option(help: "The school's DfE number.") var school: String
        @Option(help: "A class of which a partial-edit user enters judgements; once for each class.")
        var `class`: [String] = []
        @Flag(help: "Give the role for every school of this school's trust.") var wholeTrust = false
        @Option(help: "The address people reach the server at, for the link.") var baseUrl = "http://127.0.0.1:8080"

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            let school = try await composition.school(self.school)
            if wholeTrust, school.trust == nil { throw CommandFailure("\(school.name) belongs to no trust here.") }
            let (_, link) = try await composition.tracker.addUser(
                email: email, name: name, role: role, school: school, classes: `class`, password: PasswordInput.read(),
                forTrust: wholeTrust ? school.trust : nil, as: composition.caller)
            Terminal.out("\(email) is \(role.title) of \(wholeTrust ? school.trust ?? "" : school.name).")
            if let link {
                Terminal.out("The password is chosen with this link (it works once, for a week):")
                Terminal.out("  \(baseUrl)/link/\(link)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the users of a school.")

        @ParentCommand var root: Leadline
        @OptionGroup var common: CommonOptions
        @Option(help: "The school's DfE number.") var school: String

        mutating func run() async throws {
            let composition = try await Composition.open(common, root.common)
            let school = try await composition.school(self.school)
            for user in try await composition.tracker.users(of: school, as: composition.caller) {
                let state = user.isDisabled ? "disabled" : user.hasPassword ? "active" : "invited"
                Terminal.out("\(user.email)\t\(user.role.rawValue)\t\(state)\t\(user.name)\(classes(user))")
            }
        }

        /// The classes that a role is limited to, as a last column.
        private func classes(_ user: SchoolUser) -> String {
            user.classes.isEmpty ? "" : "\t\(user.classes.joined(separator: ", "))"
        }
    }
}
