import ArgumentParser
import Assessment
import FictionalSchools
import Foundation

/// `leadline generate`
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write files of fictional schools: same seed, same bytes.",
        discussion:
            "For each school a roster, a DfE results file and CTFs; and schools.csv. 16,800 schools are a country.")

    @Option(help: "How many schools.") var schools = 1
    @Option(help: "Which fictional country.") var seed: UInt64 = 1
    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir")) var output: String
    @Option(help: "The school year, as the calendar year it ends in.") var year = 2026
    @Option(help: "Classes in a year group.") var forms = 2
    @Option(help: "Which files, like roster,dfe (of roster, dfe, ks2, ctf, assessments).") var files =
        "roster,dfe,ks2,ctf"

    @Option(
        help: ArgumentHelp(
            "Instead of all that, one full CTF of about this size (transfer.xml), to measure with.", valueName: "bytes")
    )
    var oneTransfer: Int?

    mutating func validate() throws {
        guard schools > 0 else { throw ValidationError("The number of schools must be 1 or more.") }
        _ = try kinds()
    }

    private func kinds() throws -> Set<FictionalFile> {
        try Set(
            files.split(separator: ",").map { name in
                guard let file = FictionalFile(rawValue: String(name)) else {
                    throw ValidationError(
                        "“\(name)” is not a kind of file. Enter roster, dfe, ks2, ctf or assessments.")
                }
                return file
            })
    }

    mutating func run() async throws {
        do {
            if let oneTransfer {
                try writeTransfer(oneTransfer)
                return
            }
            let cohort = try NationalCohort(
                schools: schools, seed: seed, year: year, forms: forms, files: try kinds(),
                reference: try ReferenceData.load())
            let isShown = isatty(STDERR_FILENO) == 1
            try await cohort.write(into: URL(fileURLWithPath: output, isDirectory: true)) { done, of in
                if isShown, done % 100 == 0 || done == of { Terminal.error("\(done) of \(of) schools") }
            }
        } catch let error as FictionalSchoolError {
            throw CommandFailure(error.message)
        }
        Terminal.out("Wrote \(schools) schools to \(output).")
    }

    private func writeTransfer(_ size: Int) throws {
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("transfer.xml").path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CommandFailure("\(path) can’t be written. Enter a folder that can.") }
        let pupils = try BigTransfer.write(
            approximateBytes: size, seed: seed, year: year, reference: try ReferenceData.load()
        ) { try handle.write(contentsOf: Data($0)) }
        try handle.close()
        Terminal.out("Wrote \(path) with \(pupils) pupils.")
    }
}
