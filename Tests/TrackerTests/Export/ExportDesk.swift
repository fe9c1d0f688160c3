import Assessment
import CommonTransferFile
import FictionalSchools
import Foundation
import Storage
import TextFiles
import Tracker

/// What the tests of files that go out share.
enum ExportDesk {
    static let year = TestOffice.year

    static func request(
        _ destination: ExportDestination, _ assessment: AssessmentKind? = nil, year: SchoolYear = year,
        scope: ExportScope = .everybody
    ) -> ExportRequest {
        ExportRequest(year: year, destination: destination, assessment: assessment, scope: scope)
    }

    /// Reads what was written, as any receiver would.
    static func read(_ bytes: [UInt8]) throws -> (header: CTFHeader?, pupils: [CTFPupil]) {
        var header: CTFHeader?
        var pupils: [CTFPupil] = []
        _ = try CTFReader.read(TextInput(bytes), onHeader: { header = $0 }, onPupil: { pupils.append($0) })
        return (header, pupils)
    }

    /// `KS2 2026 ENG/TA/WRI/NC R EXS`, one line a record.
    static func lines(_ pupil: CTFPupil) -> [String] {
        pupil.records.map {
            "\($0.stage) \($0.yearText) \($0.subject)/\($0.method)/\($0.component)/\($0.qualifier) \($0.status) \($0.result)"
        }
    }

    static func text(_ file: ExportedFile) -> String { String(decoding: file.bytes, as: UTF8.self) }
}

extension TestOffice {
    /// Brings a file in, as the operator.
    @discardableResult
    func bringIn(_ bytes: [UInt8], name: String = "file.xml", school: School, year: SchoolYear? = nil) async throws
        -> ImportOutcome
    {
        let path = folder.appendingPathComponent(UUID().uuidString).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try await tracker.apply(
            file: ImportFile(name: name, path: path), school: school, year: year, as: .operator)
    }

    func send(
        _ destination: ExportDestination, _ assessment: AssessmentKind? = nil, year: SchoolYear = year,
        scope: ExportScope = .everybody, school: School, as caller: Caller = .operator
    ) async throws -> ExportedFile {
        try await tracker.export(
            ExportDesk.request(destination, assessment, year: year, scope: scope), school: school, as: caller)
    }

    func check(
        _ destination: ExportDestination, _ assessment: AssessmentKind? = nil, year: SchoolYear = year,
        scope: ExportScope = .everybody, school: School
    ) async throws -> ExportCheck {
        try await tracker.checkExport(
            ExportDesk.request(destination, assessment, year: year, scope: scope), school: school, as: .operator)
    }
}

extension ExportCheck {
    /// `refusal Adeyemi, Temi: The sex is missing.`
    var lines: [String] {
        findings.map { "\($0.severity.rawValue) \($0.pupil?.displayName ?? "file"): \($0.message)" }
    }
}
