import Assessment
import ArgumentParser
import Reports
import Storage
import Tracker

/// `leadline groups list`
struct GroupsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The groups with their pupils.")

    @ParentCommand var parent: GroupsCommand
    @OptionGroup var common: CommonOptions
    @OptionGroup var options: GroupOptions
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard [.text, .json].contains(format) else { throw ValidationError("The format must be text or json.") }
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(options.school)
        let year = try await options.year(of: school, composition)
        let groups = try await composition.tracker.ownGroups(of: school, year: year, as: composition.caller)
        guard format == .json else {
            for group in groups {
                Terminal.out("\(group.name)\t\(group.pupils.count) in \(year.label)\t\(group.elsewhere) of other years")
            }
            return
        }
        var json = JSONText()
        json.object { json in
            json.member("year", year.endYear)
            json.array("groups") { json in
                for group in groups {
                    json.object { json in
                        json.member("name", group.name)
                        json.member("elsewhere", group.elsewhere)
                        json.array("upns") { json in
                            for listed in group.pupils { if let upn = listed.pupil.upn { json.value(upn.text) } }
                        }
                    }
                }
            }
        }
        Terminal.out(json.text)
    }
}
