import Assessment
import FictionalSchools
import Foundation
import Storage
import Tracker

/// The fictional school of `leadline demo`, brought in by the doors that every school uses.
struct DemoSchool: Sendable {
    static let password = "three-words-demo"

    let tracker: Tracker
    private let school: FictionalSchool

    init(tracker: Tracker) throws {
        self.tracker = tracker
        do throws(FictionalSchoolError) {
            school = try FictionalSchool.make(
                seed: 1, index: 0, year: 2026, history: FictionalSchoolMaker.history.upperBound,
                reference: tracker.reference)
        } catch {
            throw CommandFailure(error.message)
        }
    }

    var name: String { school.name }

    /// Whether its newest year is the one that is going on.
    var isOfTheCurrentYear: Bool { tracker.clock.currentSchoolYear() == school.year }

    /// One person for each role.
    let signIns: [(email: String, name: String, role: Role)] = [
        ("head@saltmarsh.example", "M. Price", .accountOwner),
        ("office@saltmarsh.example", "S. Lindqvist", .accountAdmin),
        ("year6@saltmarsh.example", "A. Okafor", .fullEdit),
        ("assistant@saltmarsh.example", "J. Bright", .partialEdit),
        ("reader@saltmarsh.example", "R. Haddad", .readOnly),
        ("governor@saltmarsh.example", "A Governor", .anonymised),
    ]

    /// Of which the Partial Edit person enters judgements: one of the newest year, and the one that 5 Curlew becomes when the next
    /// year is started.
    private static let assistantsClasses = ["6 Kestrel", "6 Curlew"]

    /// Whether it was made to its end: the results of the last year come last.
    func isThere() async throws -> Bool {
        guard let stored = try await stored() else { return false }
        // Of an optional assessment there are columns, and no results to wait for.
        for kind in Self.entryOrder where try !school.results(of: kind, in: school.year.endYear).isEmpty {
            let results = try await tracker.results(kind, school: stored, year: school.year, as: .operator)
            guard results.pupils.contains(where: { $0.values[kind] != nil }) else { return false }
        }
        return true
    }

    private func stored() async throws -> School? {
        try await tracker.schools(for: .operator).first { $0.dfe == school.dfe }
    }

    /// Makes school, people, pupils and the results of seven years; goes on where an earlier run was stopped.
    func make() async throws {
        var known = try await stored()
        if known == nil {
            known = try await tracker.addSchool(dfe: school.dfe, urn: school.urn, name: school.name, as: .operator)
        }
        guard let stored = known else { return }
        for person in signIns {
            _ = try await tracker.addUser(
                email: person.email, name: person.name, role: person.role, school: stored,
                classes: person.role == .partialEdit ? Self.assistantsClasses : [], password: Self.password,
                as: .operator)
        }
        let office = try await tracker.caller(email: "office@saltmarsh.example")
        let teacher = try await tracker.caller(email: "year6@saltmarsh.example")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("leadline-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for endYear in school.years {
            guard let year = SchoolYear(endYear: endYear) else { continue }
            let name = school.fileName(.roster, year: endYear)
            let path = folder.appendingPathComponent(name).path
            var bytes: [UInt8] = []
            try school.writeRoster(year: endYear) { bytes += $0 }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            _ = try await tracker.apply(
                file: ImportFile(name: name, path: path), school: stored, year: year, as: office)
            try await enterResults(of: year, in: stored, as: teacher)
        }
    }

    private static let entryOrder: [AssessmentKind] = [.eyfsp, .phonics, .ks1, .mtc, .ks2, .summative]

    /// The results as a school types them, so that a changed mark changes what follows from it. The youngest year still
    /// misses a few, for something to be entered.
    private func enterResults(of year: SchoolYear, in stored: School, as teacher: Caller) async throws {
        let isLast = year.endYear == school.year.endYear
        var lines: [MarkLine] = []
        for kind in Self.entryOrder {
            for (index, result) in try school.results(of: kind, in: year.endYear).enumerated() {
                guard let upn = school.pupil(result.pupilID)?.upn else { continue }
                for (column, value) in result.values {
                    if isLast, index % 15 == 7, Self.awaited.contains(column) { continue }
                    // Of the years before, what was judged at their end is enough to look back on.
                    if kind == .summative, !isLast, SummativeColumns.parts(column)?.term != .summer2 { continue }
                    lines.append(
                        MarkLine(
                            line: lines.count + 2, upn: upn.text, assessment: kind.rawValue, column: column.rawValue,
                            value: value, date: Self.date(kind, column, year)))
                }
            }
        }
        let outcome = try await tracker.enter(
            lines, school: stored, year: year, skipInvalid: false, source: .command, as: teacher)
        if let problem = outcome.problems.first {
            throw CommandFailure("The fictional results of \(year.label) can’t be taken: \(problem.message)")
        }
    }

    /// What is not in yet of every fifteenth pupil of the youngest year.
    private static let awaited: Set<ColumnID> = ["science.ta", "e17", "y1.mark"]

    /// When an assessment was made: `2026-05-14`.
    private static func date(_ kind: AssessmentKind, _ column: ColumnID, _ year: SchoolYear) -> String {
        guard kind == .summative, let term = SummativeColumns.parts(column)?.term else {
            return "\(year.endYear)-\(day(kind, column))"
        }
        let days = ["10-20", "12-10", "02-05", "03-25", "05-20", "06-30"]
        return "\(term < .spring1 ? year.endYear - 1 : year.endYear)-\(days[term.index])"
    }

    /// The day on which an assessment is usually made.
    private static func day(_ kind: AssessmentKind, _ column: ColumnID) -> String {
        switch kind {
        case .eyfsp: "06-26"
        case .phonics: "06-12"
        case .ks1: "05-22"
        case .mtc: "06-08"
        case .ks2: column.rawValue.hasSuffix(".ta") ? "06-19" : "05-14"
        case .summative: "06-30"
        }
    }
}
