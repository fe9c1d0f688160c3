import ArgumentParser
import Assessment
import Storage
import Tracker

/// What every command about groups takes.
struct GroupOptions: ParsableArguments {
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in; the latest with pupils unless given.") var year:
        YearArgument?

    func year(of school: School, _ composition: Composition) async throws -> SchoolYear {
        if let year { return year.year }
        return try await composition.tracker.defaultYear(of: school)
    }

    /// The pupils of UPNs as typed.
    ///
    /// - Throws: ``CommandFailure`` naming every one that nobody in the school has.
    func pupils(_ upns: [String], school: School, _ composition: Composition) async throws -> Set<Int64> {
        var found: Set<Int64> = []
        var unknown: [String] = []
        for text in upns {
            let upn = text.uppercased()
            let holders = try await composition.tracker.pupils(
                of: school, year: year(of: school, composition), search: upn, as: composition.caller)
            if let pupil = holders.first(where: { $0.pupil.upn?.text == upn }) {
                found.insert(pupil.pupil.id)
            } else {
                unknown.append(text)
            }
        }
        guard unknown.isEmpty else {
            throw CommandFailure("No pupil of the school has the UPN \(unknown.joined(separator: ", ")).")
        }
        return found
    }

    /// One line about what was done.
    static func words(_ outcome: GroupOutcome) -> String {
        guard let batch = outcome.batch else {
            return "\(outcome.name): nothing was changed, \(outcome.members) in it."
        }
        return
            "\(outcome.name): \(outcome.added) put in, \(outcome.removed) taken out, \(outcome.members) in it. Take it back with: leadline undo \(batch)"
    }
}
