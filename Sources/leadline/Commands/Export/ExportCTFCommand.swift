import ArgumentParser
import Assessment
import Foundation
import Storage
import Tracker

/// `leadline export ctf`
struct ExportCTFCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ctf", abstract: "Write a Common Transfer File, checked before it goes out.",
        discussion: """
            Without --assessment: pupils with all their results up to the year; for sta the Key Stage 2 teacher assessment.
            What the receiver would refuse is listed on standard error. A return for sta is not written with a refusal in it.
            Exit codes: 0 written, nothing found; 3 written with what is listed; 1 not written. With --check the same, and nothing is written.
            """)

    @ParentCommand var parent: ExportCommand
    @OptionGroup var common: CommonOptions
    @Option(help: "The school's DfE number.") var school: String
    @Option(help: "The school year, as the calendar year it ends in.") var year: YearArgument
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "mis (the school's own system), sta (Standards and Testing Agency), la (local authority) or another school's DfE number.",
            valueName: "destination"))
    var destination: String
    @Option(help: "Only one assessment of the year: eyfsp, phonics, ks1, mtc or ks2.") var assessment: AssessmentKind?
    @Option(help: "Only a year group, like 6 or R.") var yearGroup: String?
    @Option(name: .customLong("class"), help: "Only a class, by its name.") var className: String?
    @Option(help: "Only this pupil, by UPN; may be given several times.") var pupil: [String] = []
    @Flag(help: "Say what would be found, and write nothing.") var check = false
    @Option(name: [.customShort("o"), .long], help: "The folder to write the file into.") var output: String?
    @Option(help: "text or json.") var format = OutputFormat.text

    mutating func validate() throws {
        guard [.text, .json].contains(format) else { throw ValidationError("The format must be text or json.") }
        guard check || output != nil else {
            throw ValidationError("Enter the folder to write the file into: -o FOLDER")
        }
        guard ExportDestination(destination) != nil else {
            throw ValidationError(
                "“\(destination)” must be mis, sta, la or the DfE number of another school, like 820/9992.")
        }
        guard [yearGroup != nil, className != nil, !pupil.isEmpty].count(where: { $0 }) <= 1 else {
            throw ValidationError("Enter one of --year-group, --class and --pupil.")
        }
        if let yearGroup, YearGroup(reading: yearGroup) == nil {
            throw ValidationError("“\(yearGroup)” is not a year group. Enter one like 6, or R.")
        }
    }

    private func request() throws -> ExportRequest {
        guard let destination = ExportDestination(destination) else {
            throw CommandFailure("“\(destination)” is not a destination.")
        }
        var scope = ExportScope.everybody
        if let group = yearGroup.flatMap({ YearGroup(reading: $0) }) { scope = .yearGroup(group) }
        if let className { scope = .className(className) }
        if !pupil.isEmpty { scope = .pupils(pupil) }
        return ExportRequest(year: year.year, destination: destination, assessment: assessment, scope: scope)
    }

    mutating func run() async throws {
        let composition = try await Composition.open(common, parent.root.common)
        let school = try await composition.school(self.school)
        let request = try request()
        let found = try await composition.tracker.checkExport(request, school: school, as: composition.caller)
        guard !check, found.canBeMade, let output else {
            report(found)
            guard found.canBeMade else { throw CommandFailure(TrackerError.exportRefused(found).message) }
            if !found.findings.isEmpty { throw ExitCode(3) }
            return
        }
        // Before a serial number is used.
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        try prepare(folder, fileName: found.fileName)
        let file = try await composition.tracker.export(request, school: school, as: composition.caller)
        try OutputFile.write(file.bytes, to: folder.appendingPathComponent(file.name).path)
        report(file.check, file)
        if !file.check.findings.isEmpty { throw ExitCode(3) }
    }

    private func prepare(_ folder: URL, fileName: String) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("The folder \(folder.path) can’t be made. Check its place and its permissions.")
        }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            throw CommandFailure("The folder \(folder.path) can’t be written to. Check its permissions.")
        }
        let path = folder.appendingPathComponent(fileName).path
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("The file \(path) is there already. Move it, or choose another folder.")
        }
    }

    private func report(_ check: ExportCheck, _ file: ExportedFile? = nil) {
        for finding in check.findings { Terminal.error("\(finding.severity.title): \(finding.text)") }
        guard format == .text else {
            Terminal.out(check.json(file) + [0x0A])
            return
        }
        let what = "\(check.pupils) pupils, \(check.records) records, CTF \(check.version)"
        if let file {
            Terminal.out("\(file.name): \(what), SHA-256 \(file.entry.sha256)")
        } else {
            Terminal.out(
                check.canBeMade
                    ? "\(check.fileName) would be made: \(what). Nothing is written."
                    : "\(check.fileName) can’t be made yet: \(what).")
        }
        for remark in check.remarks { Terminal.out("  Note: \(remark)") }
    }
}
