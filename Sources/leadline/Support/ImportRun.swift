import Assessment
import Foundation
import Storage
import Tracker

/// Brings files in one after the other, a zip's files each by itself, and remembers whether everything could be taken.
struct ImportRun {
    let composition: Composition
    /// nil for every school of the caller, line by line.
    let school: School?
    let year: SchoolYear?
    let options: ImportOptions
    let decisions: ImportDecisions
    let isDryRun: Bool
    let format: OutputFormat

    /// Files (of a school) of which something could be taken, and those of which nothing could.
    private(set) var taken = 0
    private(set) var failed = 0
    /// Whether something in a file that was taken had to be left out.
    private(set) var leftOut = false
    private var answered: Set<String> = []

    private var tracker: Tracker { composition.tracker }

    init(
        _ composition: Composition, school: School?, year: SchoolYear?, options: ImportOptions,
        decisions: ImportDecisions, isDryRun: Bool, format: OutputFormat
    ) {
        self.composition = composition
        self.school = school
        self.year = year
        self.options = options
        self.decisions = decisions
        self.isDryRun = isDryRun
        self.format = format
    }

    /// A file, or each file of a zip. What is refused is named on standard error, and the others are taken all the same.
    mutating func take(path: String) async throws {
        let file = ImportFile(name: URL(fileURLWithPath: path).lastPathComponent, path: path)
        try await named(file.name) { run in
            guard let zip = try await run.tracker.unpack(file, for: run.school, as: run.composition.caller) else {
                try await run.take(file)
                return
            }
            defer { run.tracker.remove(zip) }
            if let words = zip.leftOutInWords { Terminal.error("\(file.name): \(words)") }
            for refusal in zip.refused { run.fail(refusal) }
            for inner in zip.files { try await run.named(inner.name) { try await $0.take(inner) } }
        }
    }

    /// Says of each decision that no file had anything to decide by it.
    mutating func finish() {
        for text in decisions.all where !answered.contains(text) {
            leftOut = true
            Terminal.error("“\(text)” is nothing that could be decided in what was read.")
        }
    }

    private mutating func named(_ name: String, _ work: (inout ImportRun) async throws -> Void) async throws {
        do {
            try await work(&self)
        } catch let error as TrackerError {
            if case .notAllowed = error { throw error }
            fail("\(name): \(error.message)")
        } catch let error as CommandFailure {
            fail("\(name): \(error.message)")
        }
    }

    private mutating func fail(_ message: String) {
        failed += 1
        Terminal.error(message)
    }

    private mutating func take(_ file: ImportFile) async throws {
        if let school {
            try await take(file, school)
            return
        }
        // Read once, however many schools have lines of it.
        let file = try await tracker.opened(file, as: composition.caller)
        let shares = try await tracker.schools(in: file, options: options, as: composition.caller).shares
        for share in shares {
            if let school = share.school {
                try await named("\(file.name), \(share.title)") { try await $0.take(file, school) }
            } else {
                leftOut = true
                let lines = share.lines == 1 ? "1 line" : "\(share.lines) lines"
                Terminal.error(
                    "\(file.name): \(share.title): \(lines) left out, the first is line \(share.firstLine). \(share.reason ?? "")"
                )
            }
        }
        if !shares.contains(where: { $0.school != nil }) {
            throw CommandFailure("No line is of a school for which you may bring files in. Nothing is stored.")
        }
    }

    private mutating func take(_ file: ImportFile, _ school: School) async throws {
        let choices = try await choices(file, school)
        let preview: ImportPreview
        var batch: Int64?
        if isDryRun {
            preview = try await tracker.preview(
                file: file, school: school, year: year, options: options, choices: choices, as: composition.caller)
            if let refusal = preview.refusal { throw CommandFailure(refusal) }
        } else {
            let outcome = try await tracker.apply(
                file: file, school: school, year: year, options: options, choices: choices, as: composition.caller)
            preview = outcome.preview
            batch = outcome.batch
        }
        taken += 1
        report(preview, batch)
    }

    private mutating func choices(_ file: ImportFile, _ school: School) async throws -> ImportChoices {
        guard !decisions.isEmpty else { return .none }
        var choices = try await decisions.pupilChoices(tracker, school, composition.caller)
        let preview = try await tracker.preview(
            file: file, school: school, year: year, options: options, choices: choices, as: composition.caller)
        answered.formUnion(decisions.decide(preview, &choices))
        return choices
    }

    private mutating func report(_ preview: ImportPreview, _ batch: Int64?) {
        // Of all schools at once, another school's line is taken there.
        let listsOthers = school != nil
        preview.items.forEach(where: { $0.leavesOut && (listsOthers || $0 != .otherSchool) }) { item in
            leftOut = true
            Terminal.error(ImportText.line(item, in: preview))
        }
        if format == .json {
            preview.writeJSON(batch: batch, applied: !isDryRun) { Terminal.out($0) }
            Terminal.out("")
        } else {
            Terminal.out(ImportText.summary(preview, batch: batch, applied: !isDryRun))
        }
    }
}
