import ArgumentParser
import Storage
import Tracker

/// Of which schools a report is: one, those of a trust, or all.
struct SchoolsOptions: ParsableArguments {
    @Option(help: "The school's DfE number.") var school: String?
    @Option(help: "Every school of this trust, and their total.") var trust: String?
    @Flag(help: "Every school, and their total.") var allSchools = false

    /// - Parameter known: the formats in which many schools can be written.
    func check(_ format: ReportFormat, known: [ReportFormat]) throws {
        let given = [school != nil, trust != nil, allSchools].count { $0 }
        guard given == 1 else { throw ValidationError("Enter one of --school, --trust and --all-schools.") }
        guard school != nil || known.contains(format) else {
            let names = known.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("The format must be \(known.count > 1 ? "one of \(names)" : names) for many schools.")
        }
    }

    /// The one school asked for; nil when many are.
    func one(_ composition: Composition) async throws -> School? {
        guard let school else { return nil }
        return try await composition.school(school)
    }

    /// - Throws: ``CommandFailure`` when there is none.
    func many(_ composition: Composition) async throws -> [School] {
        let schools = try await composition.tracker.schools(for: composition.caller).filter {
            trust == nil || $0.trust == trust
        }
        guard !schools.isEmpty else {
            throw CommandFailure(
                trust.map { "There is no school of the trust “\($0)”. `leadline school list` says whose they are." }
                    ?? "There is no school to report on.")
        }
        return schools
    }
}
